"""A row about a person in every table that can hold one, made up from what the table declares."""

from datetime import date, datetime, time
from itertools import count
from typing import Any

from sqlalchemy import JSON, Column, Table, insert

from data.engine import Database
from data.erasure import person_keys, personal_tables
from data.tables.columns import Instant, Weekdays
from data.tables.complete import metadata
from learning.account.model import Person
from tests.contract.people import NOW

_NUMBERS = count(1_000_000)
_PLAIN: dict[type, Any] = {
    bool: False,
    float: 1.0,
    date: NOW.date(),
    datetime: NOW,
    time: time(9),
}


async def leave_a_row_everywhere(database: Database, person: Person) -> None:
    """Also what these rows point to, none of it about the person."""
    ids: dict[str, int] = {}
    needed = _pointed_to()
    async with database.engine.writing() as session:
        for table in metadata.sorted_tables:
            if table.name == "persons":
                ids["persons"] = person.id
            elif table in personal_tables() or table.name in needed:
                values = {c.name: v for c in table.columns if (v := _value(c, ids)) is not None}
                values |= {column.name: key for column, key in person_keys(table, person)}
                await session.run(insert(table).values(values))
                ids[table.name] = values.get("id", 0)


def _pointed_to() -> set[str]:
    return {
        key.column.table.name for table in personal_tables() for key in _keys_all_the_way(table)
    }


def _keys_all_the_way(table: Table) -> list[Any]:
    keys = list(table.foreign_keys)
    for key in table.foreign_keys:
        if key.column.table is not table:
            keys += _keys_all_the_way(key.column.table)
    return keys


def _value(column: Column[Any], ids: dict[str, int]) -> Any:
    for key in column.foreign_keys:
        return ids.get(key.column.table.name)
    if column.nullable:
        return None
    if isinstance(column.type, Instant):
        return NOW
    if isinstance(column.type, Weekdays):
        return frozenset({0})
    if isinstance(column.type, JSON):
        return []
    kind = column.type.python_type
    if kind is str:
        return f"{next(_NUMBERS)}"[-(getattr(column.type, "length", None) or 9) :]
    return next(_NUMBERS) if kind is int else _PLAIN[kind]
