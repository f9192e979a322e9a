"""Each case of the store's contract runs over memory, a SQLite file and a real PostgreSQL."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from data import migrate
from data.engine import Database, open_database
from learning.account.model import Organisation
from tests.contract.memory.database import MemoryDatabase
from tests.contract.people import ATHENS, KEYS, Store
from tests.postgres import postgres_url as postgres_url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sqlite") / "migrated.sqlite3"
    migrate.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'bot.sqlite3')}"


@pytest.fixture(params=["sqlite", "postgresql"])
def sql_url(request: pytest.FixtureRequest) -> str:
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(name)
    return url


@pytest_asyncio.fixture
async def sql(sql_url: str) -> AsyncIterator[Database]:
    """What only a real database can show."""
    database = await open_database(sql_url, KEYS)
    yield database
    await database.close()


@pytest_asyncio.fixture(params=["memory", "sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[Store]:
    if request.param == "memory":
        yield MemoryDatabase()
        return
    url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    database = await open_database(url, KEYS)
    yield database
    await database.close()


@pytest_asyncio.fixture
async def athens(store: Store) -> Organisation:
    return await store.organisations.add(replace(ATHENS, id=0))
