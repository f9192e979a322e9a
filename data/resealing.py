"""After a new SECRET_KEY was put first: all that the older ones sealed is sealed by it, so that
they can be dropped."""

from typing import Any

from sqlalchemy import Column, bindparam, select, update

from data.engine import Database
from data.tables.certificates import signing_keys
from data.tables.mentoring import mentoring_keys
from data.tables.open_prompts import held_texts
from data.tables.talk import inbox
from data.tables.tickets import author_keys, display_names, ticket_texts

_SEALED: tuple[Column[Any], ...] = (
    author_keys.c.wrapped,
    mentoring_keys.c.wrapped,
    display_names.c.sealed,
    ticket_texts.c.sealed,
    held_texts.c.sealed,
    signing_keys.c.sealed,
    inbox.c.body,  # sealed when its update was set aside
)


async def reseal(database: Database) -> int:
    """The number of values sealed anew. With a single key there is nothing to look at."""
    if not database.sealer.has_older_keys:
        return 0
    return sum([await _reseal(column, database) for column in _SEALED])


async def _reseal(column: Column[Any], database: Database) -> int:
    table = column.table
    [key] = table.primary_key.columns.values()
    change = (
        update(table)
        .where(key == bindparam("this"), column == bindparam("before"))
        .values({column.name: bindparam("after")})
    )
    async with database.engine.reading() as session:
        rows = await session.rows(select(key, column).where(column.is_not(None)))
    renewed = [
        {"this": id, "before": sealed, "after": anew}
        for id, sealed in map(tuple, rows)
        if (anew := database.sealer.renewed(sealed)) is not None
    ]
    if renewed:
        async with database.engine.writing() as session:
            await session.run(change, renewed)
    return len(renewed)
