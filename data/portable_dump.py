"""Backup and restore of PostgreSQL: a zip with one file of JSON lines for each table.

Tables are read as they are in the database, not as the code knows them, so that a backup of an
older version is restored at its own revision and then migrated.
"""

import asyncio
import io
import json
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import JSON, URL, Connection, MetaData, Table, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from data import migrate
from data.address import read_url
from data.refusals import BackupRefused, check_bot, check_empty, check_revision

_META = "backup.json"
_VERSION_TABLE = "alembic_version"
_BATCH = 1000


def write(address: URL, target: Path) -> None:
    """Everything as it was at one instant."""
    asyncio.run(_write(address, target))


def restore(url: str, source: Path, bot_id: int | None) -> None:
    address = read_url(url)
    try:
        with ZipFile(source) as archive:
            meta = _check_archive(archive, bot_id)
            asyncio.run(_check_target(address))
            _begin_at(url, meta["revision"])
            asyncio.run(_load(address, archive, meta["rows"]))
    except (BadZipFile, KeyError, ValueError):
        raise BackupRefused(f"{source} is damaged or not a backup of this program.") from None
    migrate.upgrade(url)


async def _write(address: URL, target: Path) -> None:
    engine = create_async_engine(
        address, poolclass=NullPool, isolation_level="REPEATABLE READ", hide_parameters=True
    )
    async with engine.connect() as connection:
        tables = await connection.run_sync(_tables)
        version = await connection.scalar(text(f"SELECT version_num FROM {_VERSION_TABLE}"))
        bot_id = await connection.scalar(text("SELECT bot_id FROM installation"))
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            rows = {table.name: await _write_table(connection, archive, table) for table in tables}
            meta = {"revision": version, "bot_id": bot_id, "rows": rows}
            archive.writestr(_META, json.dumps(meta))


async def _write_table(connection: AsyncConnection, archive: ZipFile, table: Table) -> int:
    written = 0
    with archive.open(_file_of(table), "w", force_zip64=True) as file:
        async with connection.stream(select(table)) as found:
            async for rows in found.mappings().partitions(_BATCH):
                lines = [json.dumps(dict(row), default=_plain) for row in rows]
                file.write("".join(line + "\n" for line in lines).encode())
                written += len(lines)
    return written


def _check_archive(archive: ZipFile, bot_id: int | None) -> dict[str, Any]:
    if archive.testzip() is not None:
        raise BadZipFile
    meta: dict[str, Any] = json.loads(archive.read(_META))
    check_revision(meta["revision"])
    check_bot(meta["bot_id"], bot_id)
    return meta


async def _check_target(address: URL) -> None:
    async with create_async_engine(address, poolclass=NullPool).connect() as connection:
        tables = await connection.run_sync(_tables)
        filled = {
            table.name
            for table in tables
            if await connection.scalar(select(select(table).exists()))
        }
        check_empty(str(address.database), filled)


def _begin_at(url: str, revision: str) -> None:
    """Empty tables as they were when the backup was written."""
    migrate.upgrade(url)
    migrate.downgrade(url, "base")
    migrate.upgrade(url, revision)


async def _load(address: URL, archive: ZipFile, expected: dict[str, int]) -> None:
    engine = create_async_engine(address, poolclass=NullPool, hide_parameters=True)
    async with engine.begin() as connection:
        for table in await connection.run_sync(_tables):
            loaded = 0
            lines = _lines(archive, table)
            while batch := [_read(table, line) for line in islice(lines, _BATCH)]:
                await connection.execute(insert(table), batch)
                loaded += len(batch)
            if loaded != expected[table.name]:
                raise BadZipFile
            await _count_on(connection, table)


async def _count_on(connection: AsyncConnection, table: Table) -> None:
    """The next id comes after the highest that was loaded."""
    if "id" in table.columns:
        sequence = func.pg_get_serial_sequence(table.name, "id")
        await connection.execute(select(func.setval(sequence, func.max(table.c.id))))


def _tables(connection: Connection) -> list[Table]:
    """What is there, those that others point to first."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != _VERSION_TABLE]


def _lines(archive: ZipFile, table: Table) -> Iterator[str]:
    with archive.open(_file_of(table)) as file:
        yield from io.TextIOWrapper(file, encoding="utf-8")


def _file_of(table: Table) -> str:
    return f"{table.name}.jsonl"


def _plain(value: object) -> str:
    if isinstance(value, date | time):  # a datetime is a date
        return value.isoformat()
    raise TypeError(f"A {type(value).__name__} cannot be written to a backup")


def _read(table: Table, line: str) -> dict[str, Any]:
    plain = json.loads(line)
    return {column.name: _value(column.type, plain[column.name]) for column in table.columns}


def _value(kind: Any, plain: Any) -> Any:
    if plain is None and isinstance(kind, JSON):
        kind.none_as_null = True
    if plain is None or isinstance(kind, JSON):
        return plain
    if kind.python_type in (datetime, date, time):
        return kind.python_type.fromisoformat(plain)
    return plain
