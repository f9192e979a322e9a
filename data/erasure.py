"""Erases a person from every table, as each table declares (promise 9)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.sealing import Sealer
from data.session import Session
from data.tables.complete import metadata
from data.tables.erasures import erasures, tallies
from data.tables.metadata import Erasure
from data.tables.people import persons
from data.tables.talk import inbox, is_taken
from learning.account.model import Person

_BY_TELEGRAM_ID = ("telegram_id", "chat_id", "lane")
_TALLY = insert_or(tallies)
_COUNT = _TALLY.on_conflict_do_update(
    index_elements=["name", "month"], set_={"number": tallies.c.number + _TALLY.excluded.number}
)
MARK = insert_or(erasures).on_conflict_do_nothing(index_elements=["mark", "at"])


@dataclass(frozen=True, slots=True)
class SqlRecords:
    session: Session
    sealer: Sealer

    async def erase(self, person: Person, at: datetime) -> str:
        mark = self.sealer.mark(str(person.telegram_id))
        await self.session.run(MARK, {"mark": mark, "at": at})
        await self._leave_on_their_way(person)
        for table in reversed(personal_tables()):
            await self._end(table, person, at)
        return f"{mark[:12]}-{at:%Y%m%d%H%M}"

    async def _leave_on_their_way(self, person: Person) -> None:
        """What is being performed right now must still be answered; it is nobody's any more."""
        mine = inbox.c.lane == person.telegram_id
        await self.session.run(update(inbox).where(mine, is_taken).values(lane=0))

    async def _end(self, table: Table, person: Person, at: datetime) -> None:
        keys = person_keys(table, person)
        match table.info["erasure"]:
            case Erasure.CUT:
                for column, value in keys:
                    cut = update(table).where(column == value).values({column.name: None})
                    await self.session.run(cut)
            case Erasure.KEEP_COUNTED:
                await self._count(table, keys, at)
                await self._delete(table, keys)
            case Erasure.DELETE:
                await self._delete(table, keys)

    async def _delete(self, table: Table, keys: list[tuple[Any, int]]) -> None:
        for column, value in keys:
            await self.session.run(delete(table).where(column == value))

    async def _count(self, table: Table, keys: list[tuple[Any, int]], at: datetime) -> None:
        for column, value in keys:
            row = await self.session.one(
                select(func.count().label("n")).select_from(table).where(column == value)
            )
            if row.n:
                values = {"name": table.name, "month": f"{at:%Y-%m}", "number": row.n}
                await self.session.run(_COUNT, values)


def personal_tables() -> list[Table]:
    """All tables with a person's key, those that others point to first."""
    return [table for table in metadata.sorted_tables if "erasure" in table.info]


def person_keys(table: Table, person: Person) -> list[tuple[ColumnElement[Any], int]]:
    """(column, value) for every column by which rows of `table` are this person's."""
    keys: list[tuple[ColumnElement[Any], int]] = []
    for column in table.columns:
        if (table is persons and column.name == "id") or any(
            key.column is persons.c.id for key in column.foreign_keys
        ):
            keys.append((column, person.id))
        elif column.name in _BY_TELEGRAM_ID and table is not persons:
            keys.append((column, person.telegram_id))
    return keys
