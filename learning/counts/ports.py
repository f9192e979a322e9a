"""What counting needs remembered."""

from collections.abc import Sequence
from typing import Protocol


class Counts(Protocol):
    async def note(
        self, organisation_id: int, about: str, choices: Sequence[str], fewest: int
    ) -> None:
        """One more person made these choices; what may be shown by now is shown from now on."""


class Ratings(Protocol):
    """Who has said how useful a part was; what they said is not with it."""

    async def has(self, person_id: int, subunit: str) -> bool: ...

    async def add(self, person_id: int, subunit: str) -> bool:
        """False when they had said so before."""
