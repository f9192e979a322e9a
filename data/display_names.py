"""The names that people gave for others to see them by, opened at the moment of speaking."""

from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, select

from data.sealing import Sealer
from data.session import Engine
from data.tables.tickets import author_keys, display_names

_NAMES = (
    select(display_names, author_keys.c.wrapped)
    .join(author_keys, author_keys.c.person_id == display_names.c.person_id)
    .where(
        display_names.c.person_id.in_(bindparam("ids", expanding=True)),
        display_names.c.sealed.is_not(None),
    )
)


async def names_of(engine: Engine, sealer: Sealer, ids: Sequence[int]) -> Mapping[int, str]:
    """By person id; whoever has none is left out."""
    async with engine.reading() as session:
        rows = await session.rows(_NAMES, {"ids": list(ids)}) if ids else []
    keys = {row.person_id: sealer.open(row.wrapped) for row in rows}
    opened = {
        row.person_id: Sealer([key]).open(row.sealed)
        for row in rows
        if (key := keys[row.person_id]) is not None
    }
    return {id: name for id, name in opened.items() if name is not None}
