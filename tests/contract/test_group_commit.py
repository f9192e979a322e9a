"""Units close together share a commit; each still succeeds or fails by itself."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, event

from data.group_commit import GroupCommit


class Opened:
    """One writing connection on a file, what it ran, and another that reads."""

    def __init__(self, path: Path) -> None:
        self._engine = create_engine(
            f"sqlite:///{path}",
            connect_args={"isolation_level": None, "check_same_thread": False},
            isolation_level="AUTOCOMMIT",
        )
        self.writer: Connection = self._engine.connect()
        self.reader: Connection = self._engine.connect()
        self.writer.exec_driver_sql("PRAGMA journal_mode = WAL")
        self.writer.exec_driver_sql("CREATE TABLE notes (n INTEGER PRIMARY KEY)")
        self.commits = 0
        event.listen(self._engine, "before_cursor_execute", self._count)
        self.group = GroupCommit(self.writer)

    def _count(self, *seen: object) -> None:
        self.commits += seen[2] == "COMMIT"

    async def note(self, n: int) -> None:
        async with self.group.unit():
            self.writer.exec_driver_sql(f"INSERT INTO notes VALUES ({n})")
            await asyncio.sleep(0)

    def noted(self) -> set[int]:
        """What another connection sees: what is committed."""
        return {row[0] for row in self.reader.exec_driver_sql("SELECT n FROM notes")}

    def close(self) -> None:
        self.reader.close()
        self.writer.close()
        self._engine.dispose()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    made = Opened(tmp_path / "notes.sqlite3")
    yield made
    made.close()


async def test_a_unit_alone_is_committed_when_its_block_ends(opened: Opened) -> None:
    await opened.note(1)
    assert opened.noted() == {1}


async def test_units_close_together_share_commits_and_none_returns_before_its_own(
    opened: Opened,
) -> None:
    seen_late: list[int] = []

    async def note_and_look(n: int) -> None:
        await opened.note(n)
        if n not in opened.noted():
            seen_late.append(n)

    await asyncio.gather(*(note_and_look(n) for n in range(100)))
    assert opened.noted() == set(range(100))
    assert not seen_late
    assert opened.commits <= 2


async def test_units_that_never_let_go_of_the_loop_share_commits_too(opened: Opened) -> None:
    """As they do on SQLite, where no statement is waited for."""

    async def note(n: int) -> None:
        async with opened.group.unit():
            opened.writer.exec_driver_sql(f"INSERT INTO notes VALUES ({n})")
        assert n in opened.noted()

    await asyncio.gather(*(note(n) for n in range(100)))
    assert opened.commits <= 2


async def test_a_unit_that_raises_undoes_itself_and_nobody_else(opened: Opened) -> None:
    async def note_and_fail(n: int) -> None:
        async with opened.group.unit():
            opened.writer.exec_driver_sql(f"INSERT INTO notes VALUES ({n})")
            await asyncio.sleep(0)
            if n % 3 == 0:
                raise ValueError(n)

    results = await asyncio.gather(*(note_and_fail(n) for n in range(30)), return_exceptions=True)
    assert [n for n, result in enumerate(results) if isinstance(result, ValueError)] == [
        n for n in range(30) if n % 3 == 0
    ]
    assert opened.noted() == {n for n in range(30) if n % 3}


async def test_who_gives_up_waiting_leaves_nothing_uncommitted(opened: Opened) -> None:
    inside, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with opened.group.unit():
            opened.writer.exec_driver_sql("INSERT INTO notes VALUES (1)")
            inside.set()
            await go_on.wait()

    first = asyncio.create_task(slow())
    await inside.wait()
    second = asyncio.create_task(opened.note(2))
    await asyncio.sleep(0)
    second.cancel()
    go_on.set()
    await asyncio.wait_for(first, 5)
    assert opened.noted() == {1}
    await opened.note(3)
    assert opened.noted() == {1, 3}


async def test_who_is_cancelled_between_two_units_does_not_hold_up_the_group(
    opened: Opened,
) -> None:
    tasks = [asyncio.create_task(opened.note(n)) for n in range(10)]
    await asyncio.sleep(0)
    for task in tasks[1::2]:
        task.cancel()
    async with asyncio.timeout(5):
        await asyncio.gather(*tasks, return_exceptions=True)
    assert opened.noted() >= set(range(0, 10, 2))


async def test_a_failed_commit_fails_every_unit_of_the_group(opened: Opened) -> None:
    opened.writer.exec_driver_sql("PRAGMA foreign_keys = ON")
    opened.writer.exec_driver_sql(
        "CREATE TABLE children (n INTEGER REFERENCES notes (n) DEFERRABLE INITIALLY DEFERRED)"
    )

    async def orphan() -> None:
        async with opened.group.unit():
            opened.writer.exec_driver_sql("INSERT INTO children VALUES (99)")
            await asyncio.sleep(0)

    results = await asyncio.gather(opened.note(1), orphan(), return_exceptions=True)
    assert all(isinstance(result, Exception) for result in results)
    assert opened.noted() == set()
    await opened.note(2)
    assert opened.noted() == {2}
