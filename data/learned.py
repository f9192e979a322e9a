"""What a person has finished, on which days they learned, and what they are looking at."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.lessons import completions, focuses, learning_days
from learning.lessons.ports import Focus, Prompt

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
_FOCUS = select(focuses).where(focuses.c.person_id == bindparam("person_id"))
_add_focus = insert_or(focuses)
_PUT_FOCUS = _add_focus.on_conflict_do_update(
    index_elements=["person_id"],
    set_={"prompt": _add_focus.excluded.prompt, "target_id": _add_focus.excluded.target_id},
)
_CLEAR_FOCUS = delete(focuses).where(focuses.c.person_id == bindparam("person_id"))


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


@dataclass(frozen=True, slots=True)
class SqlFocuses:
    session: Session

    async def get(self, person_id: int) -> Focus | None:
        row = await self.session.row(_FOCUS, {"person_id": person_id})
        return Focus(Prompt(row.prompt), row.target_id) if row else None

    async def put(self, person_id: int, focus: Focus) -> None:
        values = {"person_id": person_id, "prompt": focus.prompt, "target_id": focus.id}
        await self.session.run(_PUT_FOCUS, values)

    async def clear(self, person_id: int) -> None:
        await self.session.run(_CLEAR_FOCUS, {"person_id": person_id})
