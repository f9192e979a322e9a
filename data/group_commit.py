"""Units that come close together share one commit, and so one wait for the disk.

Each unit is a savepoint in an open transaction. Its block ends only once that transaction is
committed, so nothing is spoken that is not on the disk; a unit that raises undoes itself alone.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Connection

MOST_TOGETHER = 32


class Group:
    """The units of one transaction; `committed` ends for all of them at once."""

    def __init__(self) -> None:
        self.size = 0
        self.committed: asyncio.Future[None] = asyncio.get_running_loop().create_future()


class GroupCommit:
    """One connection for all that writes, one unit after the other.

    Whoever is last in the queue commits; nobody waits for somebody who has not come yet.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = asyncio.Lock()
        self._waiting = 0
        self._group: Group | None = None

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[None]:
        group = await self._enter()
        try:
            yield
            self._run("RELEASE unit")
            group.size += 1
        except BaseException as error:
            self._undo(group, error)
            raise
        finally:
            self._leave()
        await asyncio.shield(group.committed)

    async def _enter(self) -> Group:
        self._waiting += 1
        try:
            await self._lock.acquire()
        except BaseException:
            self._waiting -= 1
            if not self._lock.locked():
                self._commit_if_last()
            raise
        self._waiting -= 1
        try:
            if self._group is None:
                self._run("BEGIN IMMEDIATE")
                self._group = Group()
            self._run("SAVEPOINT unit")
        except BaseException:
            self._leave()
            raise
        return self._group

    def _leave(self) -> None:
        self._commit_if_last()
        self._lock.release()

    async def between(self, sql: str) -> None:
        """Runs what no transaction may be open for."""
        async with self._lock:
            self._commit()
            self._run(sql)

    def _commit_if_last(self) -> None:
        if self._group is None or (self._waiting and self._group.size < MOST_TOGETHER):
            return
        self._commit()

    def _commit(self) -> None:
        group = self._group
        if group is None:
            return
        self._group = None
        try:
            self._run("COMMIT")
        except BaseException as error:
            self._roll_back()
            _fail(group, error)
        else:
            group.committed.set_result(None)

    def _undo(self, group: Group, error: BaseException) -> None:
        """Undoes one unit. A failure that made SQLite undo them all fails the whole group."""
        if self._is_open():
            self._run("ROLLBACK TO unit")
            self._run("RELEASE unit")
        else:
            self._group = None
            _fail(group, error)

    def _roll_back(self) -> None:
        if self._is_open():
            self._run("ROLLBACK")

    def _is_open(self) -> bool:
        connection = self._connection.connection.dbapi_connection
        return connection is not None and bool(connection.in_transaction)

    def _run(self, sql: str) -> None:
        self._connection.exec_driver_sql(sql)


def _fail(group: Group, error: BaseException) -> None:
    if not isinstance(error, Exception):
        error = RuntimeError("the transaction was broken off")
    group.committed.set_exception(error)
    group.committed.exception()  # heard of here, should nobody else wait
