"""Who will read a message, in one query, and which message their chat looks at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Engine
from data.tables.open_prompts import prompt_messages
from data.tables.organisations import organisations
from data.tables.people import memberships, persons
from data.tables.talk import live_messages
from learning.account.model import Role
from learning.reader import LiveMessage, Reader
from learning.talk.model import Shown

_current = and_(memberships.c.person_id == persons.c.id, memberships.c.until.is_(None))
_tables = (
    persons.outerjoin(memberships, _current)
    .outerjoin(organisations, organisations.c.id == memberships.c.organisation_id)
    .outerjoin(live_messages, live_messages.c.chat_id == persons.c.telegram_id)
)
# The learning membership first: the latest as a learner, else the latest of all.
_READER = (
    select(
        persons.c.language,
        persons.c.zone,
        organisations.c.country,
        organisations.c.language.label("organisation_language"),
        live_messages.c.message_id,
        live_messages.c.has_media,
        live_messages.c.buttons,
    )
    .select_from(_tables)
    .where(persons.c.telegram_id == bindparam("telegram_id"))
    .order_by((memberships.c.role == Role.LEARNER).desc(), memberships.c.id.desc())
    .limit(1)
)
_add = insert_or(live_messages)
_SHOWN = _add.on_conflict_do_update(
    index_elements=["chat_id"],
    set_={name: _add.excluded[name] for name in ("message_id", "has_media", "buttons")},
)
_ask = insert_or(prompt_messages)
_ASKS = _ask.on_conflict_do_update(
    index_elements=["chat_id", "message_id"],
    set_={name: _ask.excluded[name] for name in ("prompt", "target_id", "revision")},
)
_ASKS_NOTHING = delete(prompt_messages).where(
    prompt_messages.c.chat_id == bindparam("this_chat"),
    prompt_messages.c.message_id == bindparam("this_message"),
)


@dataclass(frozen=True, slots=True)
class SqlReaders:
    engine: Engine

    async def reader(self, telegram_id: int) -> Reader | None:
        async with self.engine.reading() as session:
            row = await session.row(_READER, {"telegram_id": telegram_id})
        if row is None:
            return None
        live = None
        if row.message_id is not None:
            live = LiveMessage(row.message_id, row.has_media, buttons=row.buttons)
        return Reader(row.language, row.zone, row.country, row.organisation_language, live)

    async def shown(self, messages: Sequence[tuple[int, LiveMessage]]) -> None:
        if not messages:
            return
        rows = [
            {
                "chat_id": chat_id,
                "message_id": live.message_id,
                "has_media": live.has_media,
                "buttons": live.buttons,
            }
            for chat_id, live in sorted(dict(messages).items(), key=lambda each: each[0])
        ]
        latest = {(chat_id, each.message_id): each.prompt for chat_id, each in messages}
        asking = [_asking(*key, shown) for key, shown in sorted(latest.items()) if shown]
        silent = [
            {"this_chat": chat_id, "this_message": message_id}
            for (chat_id, message_id), shown in sorted(latest.items())
            if shown is None
        ]
        async with self.engine.writing() as session:
            await session.run(_SHOWN, rows)
            if asking:
                await session.run(_ASKS, asking)
            if silent:
                await session.run(_ASKS_NOTHING, silent)


def _asking(chat_id: int, message_id: int, shown: Shown) -> dict[str, Any]:
    return {
        "chat_id": chat_id,
        "message_id": message_id,
        "prompt": shown.focus.prompt,
        "target_id": shown.focus.id,
        "revision": shown.revision,
    }
