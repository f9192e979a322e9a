"""All rows about one person, table by table, as plain values."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import or_, select

from data.author_keys import AuthorSeals
from data.erasure import person_keys, personal_tables
from data.sealing import Sealer
from data.session import Engine
from data.tables.people import persons
from learning.account.model import Person

# Sealed or technical: they say nothing to a person, or are not theirs to hand over.
_LEFT_OUT = {
    *("outcome", "body", "source", "steps", "draft", "worker", "lease_until", "sending"),
    *("author_id", "wrapped"),
}


async def rows_about(
    engine: Engine, sealer: Sealer, telegram_id: int
) -> dict[str, list[dict[str, Any]]]:
    """Table → rows; empty for somebody unknown."""
    async with engine.reading() as session:
        found = await session.row(select(persons).where(persons.c.telegram_id == telegram_id))
        if found is None:
            return {}
        person = Person(found.id, telegram_id, found.language, found.zone, found.reachable)
        seals = AuthorSeals(session, sealer)
        copy: dict[str, list[dict[str, Any]]] = {}
        for table in personal_tables():
            mine = or_(*(column == value for column, value in person_keys(table, person)))
            rows = await session.rows(select(table).where(mine))
            copy[table.name] = [await _plain(row._asdict(), seals) for row in rows]
    return copy


async def _plain(row: dict[str, Any], seals: AuthorSeals) -> dict[str, Any]:
    """What was sealed is opened: to its owner it is no secret."""
    plain = {name: _value(value) for name, value in row.items() if name not in _LEFT_OUT}
    if plain.get("sealed") is not None:
        author = row.get("author_id", row["person_id"])
        plain["sealed"] = await seals.open(author, plain["sealed"])
    return plain


def _value(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value
