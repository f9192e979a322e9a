"""SQLite: a synchronous connection in the event loop, behind an async shape.

A statement takes microseconds, so a thread between costs more than it saves. One connection
writes, units close together sharing a commit; another reads what is committed.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import URL, Connection, Row, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.base import Executable

from data.group_commit import GroupCommit
from data.session import Values
from learning.ask import Conflict

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is wiped is overwritten, free pages too
)
_LOST_RACES = ("SQLITE_BUSY", "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY")


class SqliteSession:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def rows(self, statement: Executable, values: Values | None = None) -> Sequence[Row[Any]]:
        return self._connection.execute(statement, values).all()

    async def row(self, statement: Executable, values: Values | None = None) -> Row[Any] | None:
        return self._connection.execute(statement, values).first()

    async def one(self, statement: Executable, values: Values | None = None) -> Row[Any]:
        return self._connection.execute(statement, values).one()

    async def run(self, statement: Executable, values: Values | None = None) -> int:
        return self._connection.execute(statement, values).rowcount


class SqliteEngine:
    def __init__(self, url: URL) -> None:
        # Transactions are begun and ended below by hand: Python's and SQLAlchemy's own would
        # begin without IMMEDIATE, and two writers would then refuse each other half-way.
        self._engine = create_engine(
            url,
            connect_args={"isolation_level": None, "check_same_thread": False},
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
        )
        event.listen(self._engine, "connect", _set_pragmas)
        self._writer = self._engine.connect()
        self._reader = self._engine.connect()
        self._commits = GroupCommit(self._writer)

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[SqliteSession]:
        try:
            async with self._commits.unit():
                yield SqliteSession(self._writer)
        except DBAPIError as error:
            if _is_lost_race(error):
                raise Conflict from error
            raise

    writing = unit

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[SqliteSession]:
        yield SqliteSession(self._reader)

    async def empty_log(self) -> None:
        await self._commits.between("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        async with self._commits.unit():
            pass
        self._reader.close()
        self._writer.close()
        self._engine.dispose()


def _set_pragmas(connection: Any, _: Any) -> None:
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _is_lost_race(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlite_errorname", "").startswith(_LOST_RACES)
