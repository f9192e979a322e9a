"""Units that come close together share one commit, and so one wait for the disk.

Each unit is a savepoint in an open transaction. Its block ends only once that transaction is
committed, so nothing is spoken that is not on the disk; a unit that raises undoes itself alone.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Connection


class Group:
    """The units of one transaction; `committed` ends for all of them at once."""

    def __init__(self) -> None:
        self.committed: asyncio.Future[None] = asyncio.get_running_loop().create_future()


class GroupCommit:
    """One connection for all that writes, one unit after the other.

    A commit lets everybody in who is ready to write at that moment, and waits for nobody else.
    It waits for the disk in a thread, so that the loop goes on; the connection must allow that.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = asyncio.Lock()
        self._writers = 0  # at work or in the queue
        self._at_work: asyncio.Task[object] | None = None
        self._group: Group | None = None
        self._committing: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[None]:
        if self._at_work is asyncio.current_task():
            raise RuntimeError("a unit inside a unit would wait for itself for ever")
        self._writers += 1
        try:
            async with self._lock:
                group = self._joined()
                self._at_work = asyncio.current_task()
                try:
                    yield
                    self._run("RELEASE unit")
                except BaseException as error:
                    self._undo(group, error)
                    raise
                finally:
                    self._at_work = None
        finally:
            self._writers -= 1
            # A unit seldom lets go of the loop, so others who are ready get their turn only now.
            asyncio.get_running_loop().call_soon(self._commit_if_last)
        await asyncio.shield(group.committed)

    def _joined(self) -> Group:
        if self._group is None:
            self._run("BEGIN IMMEDIATE")
            self._group = Group()
        self._run("SAVEPOINT unit")
        return self._group

    async def between(self, sql: str) -> None:
        """Runs what no transaction may be open for."""
        async with self._lock:
            await self._commit()
            self._run(sql)

    def _commit_if_last(self) -> None:
        if self._group is not None and not self._writers and not self._is_committing():
            self._committing = asyncio.create_task(self._commit_in_turn())

    def _is_committing(self) -> bool:
        return self._committing is not None and not self._committing.done()

    async def _commit_in_turn(self) -> None:
        async with self._lock:
            await self._commit()

    async def _commit(self) -> None:
        group, self._group = self._group, None
        if group is None:
            return
        try:
            await asyncio.to_thread(self._run, "COMMIT")
        except Exception as error:
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
