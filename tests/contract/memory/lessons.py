"""Sittings, completions and days in memory."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime

from learning.ask import Conflict
from learning.lessons.model import Sitting, SittingKind, Step
from tests.contract.memory.state import Completion, State


@dataclass(frozen=True)
class MemorySittings:
    state: State

    async def get(self, id: int) -> Sitting | None:
        return self.state.sittings.get(id)

    async def open_lesson(self, person_id: int) -> Sitting | None:
        for sitting in self.state.sittings.values():
            mine = sitting.person_id == person_id and sitting.kind is SittingKind.LESSON
            if mine and sitting.finished_at is None:
                return sitting
        return None

    async def add(
        self,
        person_id: int,
        kind: SittingKind,
        lesson_id: str | None,
        steps: tuple[Step, ...],
        opened_at: datetime,
    ) -> Sitting:
        if kind is SittingKind.LESSON and await self.open_lesson(person_id):
            raise Conflict
        sitting = Sitting(next(self.state.ids), person_id, kind, lesson_id, steps, opened_at)
        self.state.sittings[sitting.id] = sitting
        return sitting

    async def put(self, sitting: Sitting) -> None:
        before = self.state.sittings.get(sitting.id)
        if before is None or before.revision >= sitting.revision:
            raise Conflict
        self.state.sittings[sitting.id] = sitting


@dataclass(frozen=True)
class MemoryCompletions:
    state: State

    async def of(self, person_id: int) -> Set[str]:
        return {content for person, content in self.state.completions if person == person_id}

    async def last_lesson(self, person_id: int) -> str | None:
        lessons = [
            (done.last_at, content)
            for (person, content), done in self.state.completions.items()
            if person == person_id and done.is_lesson
        ]
        return max(lessons)[1] if lessons else None

    async def add(self, person_id: int, content_id: str, is_lesson: bool, at: datetime) -> None:
        self.state.completions[person_id, content_id] = Completion(is_lesson, at)


@dataclass(frozen=True)
class MemoryLearningDays:
    state: State

    async def of(self, person_id: int) -> Set[date]:
        return {day for person, day in self.state.days if person == person_id}

    async def add(self, person_id: int, day: date) -> None:
        self.state.days[person_id, day] = None
