"""After a new SECRET_KEY was put first: all that the older ones sealed is sealed by it, so that
they can be dropped."""

from typing import Any

from sqlalchemy import Column, bindparam, select, update

from data.engine import Database
from data.tables.complete import metadata
from data.tables.talk import inbox

# By their names, so that no new table is forgotten; what is sealed under an author's own key stays.
_NAMES = {"sealed", "wrapped", "marks"}
_SEALED: tuple[Column[Any], ...] = (
    *(column for table in metadata.sorted_tables for column in table.c if column.name in _NAMES),
    inbox.c.body,  # sealed when its update was set aside
)


async def reseal(database: Database) -> int:
    """The number of values sealed anew. With a single key there is nothing to look at."""
    if not database.sealer.has_older_keys:
        return 0
    return sum([await _reseal(column, database) for column in _SEALED])


async def _reseal(column: Column[Any], database: Database) -> int:
    table = column.table
    keys = table.primary_key.columns.values()
    is_this = [key == bindparam(f"this_{key.name}") for key in keys]
    change = (
        update(table)
        .where(*is_this, column == bindparam("before"))
        .values({column.name: bindparam("after")})
    )
    async with database.engine.reading() as session:
        rows = await session.rows(select(*keys, column).where(column.is_not(None)))
    renewed = [
        {
            **{f"this_{key.name}": value for key, value in zip(keys, ids, strict=True)},
            "before": sealed,
            "after": anew,
        }
        for *ids, sealed in map(tuple, rows)
        if (anew := database.sealer.renewed(sealed)) is not None
    ]
    if renewed:
        async with database.engine.writing() as session:
            await session.run(change, renewed)
    return len(renewed)
