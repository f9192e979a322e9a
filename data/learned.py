"""What a person has finished, and on which days they learned."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.lessons import completions, learning_days

_COMPLETED = select(completions.c.content_id).where(
    completions.c.person_id == bindparam("person_id")
)
_LAST_LESSON = (
    _COMPLETED.where(completions.c.is_lesson).order_by(completions.c.last_at.desc()).limit(1)
)
_add_completion = insert_or(completions)
_COMPLETE = _add_completion.on_conflict_do_update(
    index_elements=["person_id", "content_id"],
    set_={"last_at": _add_completion.excluded.last_at},
)
_DAYS = select(learning_days.c.day).where(learning_days.c.person_id == bindparam("person_id"))
_ADD_DAY = insert_or(learning_days).on_conflict_do_nothing()


@dataclass(frozen=True, slots=True)
class SqlCompletions:
    session: Session

    async def of(self, person_id: int) -> Set[str]:
        rows = await self.session.rows(_COMPLETED, {"person_id": person_id})
        return {row.content_id for row in rows}

    async def last_lesson(self, person_id: int) -> str | None:
        row = await self.session.row(_LAST_LESSON, {"person_id": person_id})
        return row.content_id if row else None

    async def add(self, person_id: int, content_id: str, is_lesson: bool, at: datetime) -> None:
        await self.session.run(
            _COMPLETE,
            {
                "person_id": person_id,
                "content_id": content_id,
                "is_lesson": is_lesson,
                "first_at": at,
                "last_at": at,
            },
        )


@dataclass(frozen=True, slots=True)
class SqlLearningDays:
    session: Session

    async def of(self, person_id: int) -> Set[date]:
        rows = await self.session.rows(_DAYS, {"person_id": person_id})
        return {row.day for row in rows}

    async def add(self, person_id: int, day: date) -> None:
        await self.session.run(_ADD_DAY, {"person_id": person_id, "day": day})
