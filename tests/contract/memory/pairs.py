"""The pairs of an organisation in memory."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from learning.mentoring.model import Ending, Side, Turn
from learning.mentoring.pairs.outcomes import Place
from learning.mentoring.pairs.ports import Circle
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryPairs:
    state: State

    async def places(self, organisation_id: int, me: int) -> Sequence[Place]:
        running = [turn for turn in self._of(organisation_id, me) if turn.running]
        where = Counter((turn.step, turn.phase) for turn in running)
        silent = Counter((turn.step, turn.phase) for turn in running if turn.known_as_silent)
        return [Place(*place, number, silent[place]) for place, number in where.items()]

    async def running(self, organisation_id: int, me: int, skip: int, limit: int) -> Sequence[Turn]:
        running = [turn for turn in self._of(organisation_id, me) if turn.running]
        ranked = sorted(
            running, key=lambda turn: (not turn.known_as_silent, turn.begun_at, turn.id)
        )
        return ranked[skip : skip + limit]

    async def generations(self, organisation_id: int, me: int) -> Sequence[tuple[int, int]]:
        counted = [
            turn.generation
            for turn in self._of(organisation_id, me)
            if turn.running or turn.ending is Ending.CIRCLE
        ]
        return sorted(Counter(counted).items())

    async def circles(self, organisation_id: int, me: int, limit: int) -> Sequence[Circle]:
        inside = {
            turn.id: turn
            for turn in self._of(organisation_id, me)
            if all(turn.party(side).organisation_id == organisation_id for side in Side)
        }
        later = [turn for turn in inside.values() if turn.predecessor is not None]
        latest = sorted(later, key=lambda turn: (turn.begun_at, turn.id), reverse=True)[:limit]
        return [
            Circle(inside[turn.predecessor], turn) for turn in latest if turn.predecessor in inside
        ]

    def _of(self, organisation_id: int, me: int) -> list[Turn]:
        """Those with somebody of the organisation, and without me."""
        return [
            turn
            for turn in self.state.turns.values()
            if turn.side_of(me) is None
            and any(turn.party(side).organisation_id == organisation_id for side in Side)
        ]
