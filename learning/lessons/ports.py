"""What the lessons room needs remembered."""

from collections.abc import Set
from datetime import date, datetime
from typing import Protocol

from learning.lessons.model import Sitting, SittingKind, Step


class Sittings(Protocol):
    async def get(self, id: int) -> Sitting | None: ...

    async def open_lesson(self, person_id: int) -> Sitting | None:
        """The unfinished sitting of kind LESSON, if there is one (there is at most one)."""

    async def add(
        self,
        person_id: int,
        kind: SittingKind,
        lesson_id: str | None,
        steps: tuple[Step, ...],
        opened_at: datetime,
    ) -> Sitting:
        """A new sitting, before its first step is shown (`at` 0, READING, revision 0)."""

    async def put(self, sitting: Sitting) -> None:
        """Replaces the row whose revision is lower by one or more; else raises Conflict."""


class Completions(Protocol):
    """Lessons and scenarios that a person has finished, by content id."""

    async def of(self, person_id: int) -> Set[str]: ...

    async def last_lesson(self, person_id: int) -> str | None: ...

    async def add(self, person_id: int, content_id: str, is_lesson: bool, at: datetime) -> None:
        """The first time counts for `of`; the latest time for `last_lesson`."""


class LearningDays(Protocol):
    """Local days on which a person learned something."""

    async def of(self, person_id: int) -> Set[date]: ...

    async def add(self, person_id: int, day: date) -> None: ...
