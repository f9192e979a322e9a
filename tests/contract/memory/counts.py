"""Counts and ratings in memory."""

from collections.abc import Sequence
from dataclasses import dataclass

from learning.counts.model import PEOPLE
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryCounts:
    state: State

    async def note(
        self, organisation_id: int, about: str, choices: Sequence[str], fewest: int
    ) -> None:
        place = (organisation_id, about)
        counts = dict(self.state.counts.get(place, {}))
        for choice in {PEOPLE, *choices}:
            shown, waiting = counts.get(choice, (0, 0))
            counts[choice] = (shown, waiting + 1)
        if counts[PEOPLE][1] >= fewest:
            for choice, (shown, waiting) in counts.items():
                if waiting >= fewest:
                    counts[choice] = (shown + waiting, 0)
        self.state.counts[place] = counts


@dataclass(frozen=True)
class MemoryRatings:
    state: State

    async def has(self, person_id: int, subunit: str) -> bool:
        return (person_id, subunit) in self.state.ratings

    async def add(self, person_id: int, subunit: str) -> bool:
        new = (person_id, subunit) not in self.state.ratings
        self.state.ratings[person_id, subunit] = None
        return new
