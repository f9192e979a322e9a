"""The one door to what is remembered, on SQLite or PostgreSQL."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from data.address import is_sqlite, read_url
from data.definitions import SqlDefinitions
from data.inbox import SqlInbox
from data.installation import SqlInstallation
from data.organisations import SqlOrganisations
from data.outbox import SqlOutbox
from data.postgres import PostgresEngine
from data.sealing import Sealer
from data.session import Engine
from data.sqlite import SqliteEngine
from data.unit import SqlUnit


class Database:
    """`unit()` is the core's transaction; the others make short transactions of their own and
    must not be called inside a unit."""

    def __init__(self, engine: Engine, sealer: Sealer) -> None:
        self.engine = engine
        self.sealer = sealer
        self.inbox = SqlInbox(engine, sealer)
        self.outbox = SqlOutbox(engine)
        self.definitions = SqlDefinitions(engine)
        self.organisations = SqlOrganisations(engine)
        self.installation = SqlInstallation(engine)

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[SqlUnit]:
        """Committed at the end of the block, rolled back when it raises; raises Conflict when
        another writer was quicker."""
        async with self.engine.unit() as session:
            yield SqlUnit(session, self.sealer)

    async def close(self) -> None:
        await self.engine.close()


async def open_database(url: str, keys: Sequence[str]) -> Database:
    """A migrated database; `keys` are Fernet keys, newest first."""
    address = read_url(url)
    sealer = Sealer(keys)
    engine = SqliteEngine(address) if is_sqlite(address) else PostgresEngine(address)
    return Database(engine, sealer)
