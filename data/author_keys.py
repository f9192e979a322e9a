"""A key of their own for everybody who writes what is sealed.

It is kept wrapped by SECRET_KEY, and goes with its author: then their words are read by nobody,
wherever a copy of them may lie. New secret keys wrap it anew; the words stay as they are.
"""

from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.sealing import Sealer, new_key
from data.session import Session
from data.tables.tickets import author_keys

_GET = select(author_keys.c.wrapped).where(author_keys.c.person_id == bindparam("of_person"))
_ADD = insert_or(author_keys).on_conflict_do_nothing(index_elements=["person_id"])


@dataclass(frozen=True, slots=True)
class AuthorSeals:
    """Seals and opens under the key of an author (a person's id)."""

    session: Session
    sealer: Sealer

    async def seal(self, author: int, text: str) -> str:
        if await self._own(author) is None:
            wrapped = self.sealer.seal(new_key())
            await self.session.run(_ADD, {"person_id": author, "wrapped": wrapped})
        own = await self._own(author)
        if own is None:
            raise AssertionError("the key was added, or another writer's stands")
        return own.seal(text)

    async def open(self, author: int | None, sealed: str) -> str | None:
        """None when the author's key is gone, or none of the secret keys wrapped it.

        What was sealed before authors had keys of their own is opened by the secret keys.
        """
        own = None if author is None else await self._own(author)
        text = None if own is None else own.open(sealed)
        return self.sealer.open(sealed) if text is None else text

    async def _own(self, author: int) -> Sealer | None:
        row = await self.session.row(_GET, {"of_person": author})
        key = self.sealer.open(row.wrapped) if row else None
        return None if key is None else Sealer([key])
