"""Who will read a message, in one query, and which message their chat looks at."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Engine
from data.tables.organisations import organisations
from data.tables.people import memberships, persons
from data.tables.talk import live_messages
from learning.account.model import Role
from learning.reader import LiveMessage, Reader

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
    )
    .select_from(_tables)
    .where(persons.c.telegram_id == bindparam("telegram_id"))
    .order_by((memberships.c.role == Role.LEARNER).desc(), memberships.c.id.desc())
    .limit(1)
)
_add = insert_or(live_messages)
_SHOWN = _add.on_conflict_do_update(
    index_elements=["chat_id"],
    set_={"message_id": _add.excluded.message_id, "has_media": _add.excluded.has_media},
)


@dataclass(frozen=True, slots=True)
class SqlReaders:
    engine: Engine

    async def reader(self, telegram_id: int) -> Reader | None:
        async with self.engine.reading() as session:
            row = await session.row(_READER, {"telegram_id": telegram_id})
        if row is None:
            return None
        live = LiveMessage(row.message_id, row.has_media) if row.message_id is not None else None
        return Reader(row.language, row.zone, row.country, row.organisation_language, live)

    async def shown(self, messages: Sequence[tuple[int, LiveMessage]]) -> None:
        rows = [
            {"chat_id": chat_id, "message_id": live.message_id, "has_media": live.has_media}
            for chat_id, live in sorted(dict(messages).items())
        ]
        if rows:
            async with self.engine.writing() as session:
                await session.run(_SHOWN, rows)
