"""What the mentoring room needs remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from learning.account.model import Actor
from learning.mentoring.agreement import Agreement
from learning.mentoring.check_in import CheckIn
from learning.mentoring.model import TextHead, TextKind, Turn


@dataclass(frozen=True, slots=True)
class DueTurn:
    """A running turn with both people as they are now."""

    turn: Turn
    mentor: Actor
    mentee: Actor


class Turns(Protocol):
    async def add(self, turn: Turn) -> Turn:
        """Under an id given here, never used before."""

    async def put(self, turn: Turn) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> Turn | None: ...

    async def of_person(self, person_id: int) -> Sequence[Turn]:
        """As mentor and as mentee, the running ones first, then the latest begun; at most 50."""

    async def between(self, one: int, other: int) -> Sequence[Turn]:
        """Of these two people, whoever was which, the latest begun first."""

    async def due(self, now: datetime, limit: int) -> Sequence[DueTurn]:
        """Turns whose `look_at` is at or before `now`, those of one mentor together."""

    async def look_again(self, due: Sequence[tuple[int, datetime]]) -> None:
        """(turn id, instant) in one statement; leaves revisions alone."""


class TurnTexts(Protocol):
    """Each sealed under a key of its author for this turn. The words themselves are read at the
    moment of speaking."""

    async def write(self, head: TextHead, text: str) -> None:
        """In the place of the author's former one of the same turn, kind and `about`."""

    async def heads(self, turn_id: int) -> Sequence[TextHead]:
        """The oldest first."""

    async def drop(self, turn_id: int, author_id: int, kind: TextKind, about: str) -> None: ...

    async def destroy(self, turn_id: int, author_id: int | None = None) -> None:
        """All texts of the turn, or this author's, with their keys: nobody opens a copy again."""


class Agreements(Protocol):
    """Sealed where they are kept: they are the pair's, no single author's."""

    async def add(self, agreement: Agreement) -> Agreement:
        """Under an id given here, never used before."""

    async def put(self, agreement: Agreement) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> Agreement | None: ...

    async def open_of(self, turn_id: int) -> Agreement | None:
        """The draft or proposal; there is one at most."""

    async def in_force(self, turn_id: int) -> Agreement | None: ...


class CheckIns(Protocol):
    async def add(self, check_in: CheckIn) -> CheckIn:
        """Under an id given here; raises Conflict when that side has one of that day."""

    async def put(self, check_in: CheckIn) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> CheckIn | None: ...

    async def find(self, turn_id: int, person_id: int, due_on: date) -> CheckIn | None: ...

    async def history(self, turn_id: int, person_id: int) -> Sequence[CheckIn]:
        """Of one side, the earliest first."""
