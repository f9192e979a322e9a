"""What an attacker finds in the files of the bot, as they lie there or with the secret key."""

import asyncio
import re
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import select

from data.sealing import BadKey, Sealer
from data.tables.complete import metadata
from tests.flows.world import World

_SEALED = re.compile(r"gAAAA[\w=-]+")  # as every Fernet token begins


async def on_disk(world: World, words: Iterable[str]) -> list[tuple[str, str]]:
    """(file, words) wherever they lie in the clear, free pages and the log included; the
    simulator is the phone, which remembers."""
    await world.app.answered.flush()
    await world.app.database.engine.empty_log()  # as every minute
    return await asyncio.to_thread(_holding, Path(world.settings.var), tuple(words))


def _holding(folder: Path, words: tuple[str, ...]) -> list[tuple[str, str]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    bodies = [(path.name, path.read_bytes()) for path in files if "simulator" not in path.name]
    return [(name, each) for name, body in bodies for each in words if each.encode() in body]


async def with_the_key(world: World, words: Iterable[str]) -> set[str]:
    """What of these words opens when every sealed value is tried with the secret key, and with
    every key that it opens."""
    values = await _values(world)
    mine = world.app.database.sealer
    first = [text for text in map(mine.open, values) if text is not None]
    keys = [key for key in first if _is_key(key)]
    inner = Sealer(keys) if keys else None
    second = [text for text in map(inner.open, values) if text is not None] if inner else []
    found = "\n".join([*first, *second])
    return {each for each in words if each in found}


async def _values(world: World) -> list[str]:
    found: list[str] = []
    async with world.app.database.engine.reading() as session:
        for table in metadata.sorted_tables:
            for row in await session.rows(select(table)):
                found += [token for value in row for token in _SEALED.findall(str(value))]
    return found


def _is_key(text: str) -> bool:
    try:
        Sealer([text])
    except BadKey:
        return False
    return True
