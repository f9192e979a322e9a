"""Messages of all chats, with a number that rises at every change."""

import json
import sqlite3
from dataclasses import dataclass, replace

from simulator.store import Json, Store


@dataclass(frozen=True, slots=True)
class Message:
    """``content`` has the Bot API's own keys; a poll is only named there, by its id.

    Dates are programme time in seconds. ``seq`` rises over all chats at every change.
    """

    message_id: int
    chat_id: int
    seq: int
    sender_id: int
    date: int
    content: Json
    markup: Json | None = None
    reply_to: int | None = None
    edit_date: int | None = None
    deleted: bool = False

    @property
    def buttons(self) -> bool:
        return bool(self.markup and self.markup.get("inline_keyboard"))


class Messages:
    def __init__(self, store: Store) -> None:
        self._store = store
        row = store.row("SELECT max(seq) AS seq FROM messages")
        self._seq: int = (row["seq"] if row else None) or 0

    def add(
        self,
        chat_id: int,
        sender_id: int,
        date: int,
        content: Json,
        markup: Json | None = None,
        reply_to: int | None = None,
    ) -> Message:
        seq = self._next_seq()
        message_id = self._store.execute(
            "INSERT INTO messages (chat_id, seq, sender_id, date, reply_to, content, markup)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            chat_id,
            seq,
            sender_id,
            date,
            reply_to,
            json.dumps(content),
            json.dumps(markup) if markup else None,
        )
        return Message(message_id, chat_id, seq, sender_id, date, content, markup, reply_to)

    def find(self, chat_id: int, message_id: int | None) -> Message | None:
        """The message, unless it was deleted."""
        row = self._store.row(
            "SELECT * FROM messages WHERE message_id = ? AND chat_id = ? AND NOT deleted",
            message_id,
            chat_id,
        )
        return _message(row) if row else None

    def change(
        self, message: Message, content: Json, markup: Json | None, edit_date: int | None
    ) -> Message:
        changed = replace(
            message, seq=self._next_seq(), content=content, markup=markup, edit_date=edit_date
        )
        self._store.execute(
            "UPDATE messages SET seq = ?, content = ?, markup = ?, edit_date = ?"
            " WHERE message_id = ?",
            changed.seq,
            json.dumps(content),
            json.dumps(markup) if markup else None,
            edit_date,
            message.message_id,
        )
        return changed

    def touch(self, message_id: int) -> int:
        """Tell readers that something shown in it changed; the new seq."""
        seq = self._next_seq()
        self._store.execute("UPDATE messages SET seq = ? WHERE message_id = ?", seq, message_id)
        return seq

    def delete(self, message_id: int) -> int:
        """Mark it deleted; the new seq."""
        seq = self._next_seq()
        self._store.execute(
            "UPDATE messages SET deleted = 1, seq = ? WHERE message_id = ?", seq, message_id
        )
        return seq

    def changed_after(self, chat_id: int, seq: int) -> list[Message]:
        rows = self._store.rows(
            "SELECT * FROM messages WHERE chat_id = ? AND seq > ? ORDER BY message_id", chat_id, seq
        )
        return [_message(row) for row in rows]

    def _next_seq(self) -> int:
        self._seq += 1
        return self._seq


def _message(row: sqlite3.Row) -> Message:
    return Message(
        message_id=row["message_id"],
        chat_id=row["chat_id"],
        seq=row["seq"],
        sender_id=row["sender_id"],
        date=row["date"],
        content=json.loads(row["content"]),
        markup=json.loads(row["markup"]) if row["markup"] else None,
        reply_to=row["reply_to"],
        edit_date=row["edit_date"],
        deleted=bool(row["deleted"]),
    )
