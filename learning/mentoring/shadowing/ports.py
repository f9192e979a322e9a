"""What days of job shadowing need remembered."""

from collections.abc import Sequence
from typing import Protocol

from learning.mentoring.shadowing.model import ShadowingDay
from learning.mentoring.shadowing.note import Note


class ShadowingDays(Protocol):
    async def add(self, day: ShadowingDay) -> ShadowingDay:
        """Under an id given here; raises Conflict when its turn has one of that number."""

    async def put(self, day: ShadowingDay) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> ShadowingDay | None: ...

    async def latest(self, turn_id: int) -> ShadowingDay | None: ...


class ShadowingNotes(Protocol):
    async def add(self, note: Note) -> Note:
        """Under an id given here; raises Conflict when the person has one of that part."""

    async def put(self, note: Note) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> Note | None: ...

    async def of(self, day_id: int, person_id: int) -> Sequence[Note]:
        """In the order they were begun."""
