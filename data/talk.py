"""What of a person's talk is open."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import and_, bindparam, delete, func, insert, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.sealing import Sealer
from data.session import Session
from data.tables.open_prompts import focuses, held_texts, prompt_messages
from learning.talk.model import Focus, Prompt, Shown
from learning.written import Span, Written, spans_of

_SPANS: TypeAdapter[tuple[Span, ...]] = TypeAdapter(tuple[Span, ...])
_of_person = focuses.c.person_id == bindparam("of_person")
_OPEN = select(focuses).where(_of_person).order_by(focuses.c.turn.desc())
_add = insert_or(focuses).values(
    turn=select(func.coalesce(func.max(focuses.c.turn), 0) + 1).where(_of_person).scalar_subquery()
)
_PUT = _add.on_conflict_do_update(
    index_elements=["person_id", "prompt", "slot"],
    set_={"target_id": _add.excluded.target_id, "turn": _add.excluded.turn},
)
_CLEAR = delete(focuses).where(
    _of_person,
    focuses.c.prompt == bindparam("this_prompt"),
    focuses.c.slot == bindparam("this_slot"),
)
_SHOWN = select(prompt_messages).where(
    prompt_messages.c.chat_id == bindparam("this_chat"),
    prompt_messages.c.message_id == bindparam("this_message"),
)
_DROP = delete(held_texts).where(held_texts.c.person_id == bindparam("of_person"))
_HOLD = insert(held_texts)
_HELD = select(held_texts).where(
    and_(held_texts.c.person_id == bindparam("of_person"), held_texts.c.id == bindparam("this_id"))
)


@dataclass(frozen=True, slots=True)
class SqlFocuses:
    session: Session

    async def get(self, person_id: int) -> Focus | None:
        return next(iter(await self.open(person_id)), None)

    async def open(self, person_id: int) -> Sequence[Focus]:
        rows = await self.session.rows(_OPEN, {"of_person": person_id})
        return [Focus(Prompt(row.prompt), row.target_id) for row in rows]

    async def put(self, person_id: int, focus: Focus) -> None:
        values = {"person_id": person_id, "prompt": focus.prompt, "target_id": focus.id}
        await self.session.run(_PUT, {**values, "slot": _slot(focus), "of_person": person_id})

    async def clear(self, person_id: int, focus: Focus) -> None:
        key = {"this_prompt": focus.prompt, "this_slot": _slot(focus)}
        await self.session.run(_CLEAR, {"of_person": person_id, **key})


def _slot(focus: Focus) -> int:
    return focus.id if focus.prompt.several else 0


@dataclass(frozen=True, slots=True)
class SqlPromptMessages:
    session: Session

    async def shown_in(self, telegram_id: int, message_id: int) -> Shown | None:
        key = {"this_chat": telegram_id, "this_message": message_id}
        row = await self.session.row(_SHOWN, key)
        return Shown(Focus(Prompt(row.prompt), row.target_id), row.revision) if row else None


@dataclass(frozen=True, slots=True)
class SqlHeldTexts:
    session: Session
    sealer: Sealer

    async def hold(self, person_id: int, text: str, at: datetime) -> int:
        await self.drop(person_id)
        # Not the database's next number, which may be that of a row deleted before.
        id = secrets.randbits(62)
        values = {"id": id, "person_id": person_id, "sealed": self.sealer.seal(text), "at": at}
        spans = spans_of(text)
        marks = self.sealer.seal(_SPANS.dump_json(spans).decode()) if spans else None
        await self.session.run(_HOLD, {**values, "marks": marks})
        return id

    async def take(self, person_id: int, id: int) -> str | None:
        row = await self.session.row(_HELD, {"of_person": person_id, "this_id": id})
        if row is None:
            return None
        await self.drop(person_id)
        text, marks = self.sealer.open(row.sealed), row.marks and self.sealer.open(row.marks)
        return text and Written(text, _SPANS.validate_json(marks) if marks else ())

    async def drop(self, person_id: int) -> None:
        await self.session.run(_DROP, {"of_person": person_id})
