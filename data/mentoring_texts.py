"""What is written in a turn, each under a key of its author for that turn.

The key is wrapped by SECRET_KEY. Destroying it ends every copy of the words, wherever it lies.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.sealing import Sealer, new_key
from data.session import Session
from data.tables.mentoring import mentoring_keys as keys
from data.tables.mentoring import mentoring_texts as texts
from learning.mentoring.model import Seen, TextHead, TextKind

_KEY = select(keys.c.wrapped).where(
    keys.c.turn_id == bindparam("of_turn"), keys.c.person_id == bindparam("of_person")
)
_ADD_KEY = insert_or(keys).on_conflict_do_nothing(index_elements=["turn_id", "person_id"])
_write = insert_or(texts)
_WRITE = _write.on_conflict_do_update(
    index_elements=["turn_id", "person_id", "kind", "about"],
    set_={name: _write.excluded[name] for name in ("seen", "sealed", "at")},
)
_OF_TURN = select(texts).where(texts.c.turn_id == bindparam("of_turn")).order_by(texts.c.id)


@dataclass(frozen=True, slots=True)
class TurnSeals:
    """Seals and opens under the key of an author (a person's id) for one turn."""

    session: Session
    sealer: Sealer

    async def seal(self, turn: int, author: int, text: str) -> str:
        if await self._own(turn, author) is None:
            wrapped = self.sealer.seal(new_key())
            values = {"turn_id": turn, "person_id": author, "wrapped": wrapped}
            await self.session.run(_ADD_KEY, values)
        own = await self._own(turn, author)
        if own is None:
            raise AssertionError("the key was added, or another writer's stands")
        return own.seal(text)

    async def open(self, turn: int, author: int, sealed: str) -> str | None:
        """None when the key is gone, or none of the secret keys wrapped it."""
        own = await self._own(turn, author)
        return own.open(sealed) if own else None

    async def _own(self, turn: int, author: int) -> Sealer | None:
        row = await self.session.row(_KEY, {"of_turn": turn, "of_person": author})
        key = self.sealer.open(row.wrapped) if row else None
        return None if key is None else Sealer([key])


@dataclass(frozen=True, slots=True)
class SqlTurnTexts:
    session: Session
    sealer: Sealer

    async def write(self, head: TextHead, text: str) -> None:
        seals = TurnSeals(self.session, self.sealer)
        values = {
            "turn_id": head.turn_id,
            "person_id": head.author_id,
            "kind": head.kind,
            "about": head.about,
            "seen": head.seen,
            "sealed": await seals.seal(head.turn_id, head.author_id, text),
            "at": head.at,
        }
        await self.session.run(_WRITE, values)

    async def heads(self, turn_id: int) -> Sequence[TextHead]:
        return [_head(row) for row in await self.session.rows(_OF_TURN, {"of_turn": turn_id})]

    async def read(self, turn_id: int) -> Sequence[tuple[TextHead, str]]:
        """With their words, the oldest first: for a screen, which shows each only to whom it was
        released."""
        seals = TurnSeals(self.session, self.sealer)
        rows = await self.session.rows(_OF_TURN, {"of_turn": turn_id})
        opened = [
            (_head(row), await seals.open(row.turn_id, row.person_id, row.sealed)) for row in rows
        ]
        return [(head, text) for head, text in opened if text is not None]

    async def drop(self, turn_id: int, author_id: int, kind: TextKind, about: str) -> None:
        this = and_(*_of(texts, turn_id, author_id), texts.c.kind == kind, texts.c.about == about)
        await self.session.run(delete(texts).where(this))

    async def destroy(self, turn_id: int, author_id: int | None = None) -> None:
        for table in (texts, keys):
            await self.session.run(delete(table).where(*_of(table, turn_id, author_id)))


def _of(table: Any, turn_id: int, author_id: int | None) -> list[ColumnElement[bool]]:
    own = [] if author_id is None else [table.c.person_id == author_id]
    return [table.c.turn_id == turn_id, *own]


def _head(row: Row[Any]) -> TextHead:
    kind, seen = TextKind(row.kind), Seen(row.seen)
    return TextHead(row.turn_id, row.person_id, kind, row.about, seen, row.at)
