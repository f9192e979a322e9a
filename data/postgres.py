"""PostgreSQL: asyncpg, many workers at once."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from random import uniform
from typing import Any

from sqlalchemy import URL, Row
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.sql.base import Executable

from data.session import Values
from learning.ask import Conflict

_SERIALIZATION_FAILURE, _DEADLOCK, _UNIQUE_VIOLATION = "40001", "40P01", "23505"
# Those who lost one race begin again at different moments, or a class that arrives by one code
# would meet at its row again and again.
MOST_SECONDS_APART = 0.4
_LOST_RACES = (_SERIALIZATION_FAILURE, _DEADLOCK, _UNIQUE_VIOLATION)


class PostgresSession:
    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def rows(self, statement: Executable, values: Values | None = None) -> Sequence[Row[Any]]:
        return (await self._connection.execute(statement, values)).all()

    async def row(self, statement: Executable, values: Values | None = None) -> Row[Any] | None:
        return (await self._connection.execute(statement, values)).first()

    async def one(self, statement: Executable, values: Values | None = None) -> Row[Any]:
        return (await self._connection.execute(statement, values)).one()

    async def run(self, statement: Executable, values: Values | None = None) -> int:
        return (await self._connection.execute(statement, values)).rowcount


class PostgresEngine:
    def __init__(self, url: URL) -> None:
        self._engine = create_async_engine(
            url, hide_parameters=True, pool_pre_ping=True, pool_size=10, max_overflow=10
        )
        # A row that was read and then changed by somebody else makes the writer fail instead of
        # losing that change; the core then begins again.
        self._units = self._engine.execution_options(isolation_level="REPEATABLE READ")
        self._reads = self._engine.execution_options(isolation_level="AUTOCOMMIT")

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[PostgresSession]:
        try:
            async with _transaction(self._units) as session:
                yield session
        except Conflict:
            await asyncio.sleep(uniform(0, MOST_SECONDS_APART))
            raise

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[PostgresSession]:
        async with _transaction(self._engine) as session:
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[PostgresSession]:
        async with self._reads.connect() as connection:
            yield PostgresSession(connection)

    async def empty_log(self) -> None:
        """Its log is a server's own, and autovacuum's."""

    async def close(self) -> None:
        await self._engine.dispose()


@asynccontextmanager
async def _transaction(engine: AsyncEngine) -> AsyncIterator[PostgresSession]:
    try:
        async with engine.begin() as connection:
            yield PostgresSession(connection)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) in _LOST_RACES:
            raise Conflict from error
        raise
