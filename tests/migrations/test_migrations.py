"""Migrations go up, down and up again, and end where the tables of the code are."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Inspector, create_engine, inspect, pool, text
from sqlalchemy.ext.asyncio import create_async_engine

from data import migrate
from data.address import is_sqlite, read_url
from data.tables.complete import metadata
from tests.postgres import empty_postgres_url as empty_postgres_url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'new folder' / 'bot.sqlite3'}"
    of_server: str = request.getfixturevalue("empty_postgres_url")
    return of_server


def _look(url: str, question: Callable[[Connection], Any]) -> Any:
    address = read_url(url)
    if is_sqlite(address):
        with create_engine(address, poolclass=pool.NullPool).begin() as connection:
            return question(connection)

    async def look() -> Any:
        engine = create_async_engine(address, poolclass=pool.NullPool)
        async with engine.begin() as connection:
            return await connection.run_sync(question)

    return asyncio.run(look())


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def _differences(connection: Connection) -> list[Any]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


def test_up_down_up_ends_where_the_tables_of_the_code_are(url: str) -> None:
    migrate.upgrade(url)
    assert _look(url, _differences) == []
    migrate.downgrade(url, "base")
    assert _look(url, _tables) == set()
    migrate.upgrade(url)
    assert _look(url, _differences) == []
    assert _look(url, _tables) == set(metadata.tables)


def test_partial_indexes_are_the_ones_of_the_code(url: str) -> None:
    """Alembic compares their columns but not what they leave out."""
    migrate.upgrade(url)

    def conditions(inspector: Inspector, dialect: str) -> dict[str, str]:
        return {
            str(index["name"]): str(index["dialect_options"][f"{dialect}_where"])
            for table in inspector.get_table_names()
            for index in inspector.get_indexes(table)
            if f"{dialect}_where" in index.get("dialect_options", {})
        }

    def compare(connection: Connection) -> None:
        dialect = connection.dialect.name
        migrated = conditions(inspect(connection), dialect)
        for statement in [f"DROP TABLE {table.name}" for table in _backwards()]:
            connection.execute(text(statement))
        metadata.create_all(connection)
        assert conditions(inspect(connection), dialect) == migrated
        assert len(migrated) == 10

    _look(url, compare)


def _backwards() -> list[Any]:
    return list(reversed(metadata.sorted_tables))


def test_a_database_of_a_newer_version_is_refused_in_one_sentence(url: str) -> None:
    migrate.upgrade(url)
    _look(url, lambda found: found.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(
        migrate.NewerDatabase, match=r"^The database was written by a newer version"
    ):
        migrate.upgrade(url)


def test_two_processes_that_start_together_migrate_once(url: str) -> None:
    program = "import sys; from data import migrate; migrate.upgrade(sys.argv[1])"
    started = [subprocess.Popen([sys.executable, "-c", program, url]) for _ in range(2)]
    assert [process.wait(timeout=60) for process in started] == [0, 0]
    assert _look(url, _differences) == []


async def test_a_running_loop_migrates_in_a_thread(url: str) -> None:
    await asyncio.to_thread(migrate.upgrade, url)
