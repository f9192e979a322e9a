"""What each chat is looking at, so that a reply can edit it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Engine
from data.tables.talk import live_messages

_GET = select(live_messages).where(live_messages.c.chat_id == bindparam("chat_id"))
_add = insert_or(live_messages)
_PUT = _add.on_conflict_do_update(
    index_elements=["chat_id"],
    set_={"message_id": _add.excluded.message_id, "has_media": _add.excluded.has_media},
)


@dataclass(frozen=True, slots=True)
class LiveMessage:
    """`has_media`: a picture or document, which cannot be edited into a text."""

    chat_id: int
    message_id: int
    has_media: bool


@dataclass(frozen=True, slots=True)
class SqlLiveMessages:
    engine: Engine

    async def get(self, chat_id: int) -> LiveMessage | None:
        async with self.engine.reading() as session:
            row = await session.row(_GET, {"chat_id": chat_id})
        return LiveMessage(row.chat_id, row.message_id, row.has_media) if row else None

    async def put(self, messages: Sequence[LiveMessage]) -> None:
        """One statement; the later of two for one chat holds."""
        latest = {message.chat_id: message for message in messages}
        rows = [
            {"chat_id": live.chat_id, "message_id": live.message_id, "has_media": live.has_media}
            for _, live in sorted(latest.items())
        ]
        if rows:
            async with self.engine.writing() as session:
                await session.run(_PUT, rows)
