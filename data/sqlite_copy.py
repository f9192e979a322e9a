"""Backup and restore of a SQLite file."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from data import migrate
from data.refusals import BackupRefused, check_bot, check_empty, check_revision


def write(source: Path, target: Path) -> None:
    """Copies a database that may be in use into one file, and checks the copy."""
    if not source.exists():
        raise BackupRefused(f"There is no database at {source}.")
    _copy(source, target)


def restore(url: str, source: Path, target: Path, bot_id: int | None) -> None:
    _check_source(source, bot_id)
    if target.exists():
        _check_target(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        _copy(source, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    migrate.upgrade(url)


def _copy(source: Path, target: Path) -> None:
    with closing(_read_only(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)
        there.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
        _check_whole(there)
    with open(target, "rb") as written:
        os.fsync(written.fileno())


def _check_source(source: Path, bot_id: int | None) -> None:
    try:
        with closing(_read_only(source)) as connection:
            _check_whole(connection)
            check_revision(_value(connection, "SELECT version_num FROM alembic_version"))
            check_bot(_value(connection, "SELECT bot_id FROM installation"), bot_id)
    except sqlite3.DatabaseError:
        raise BackupRefused(f"{source} is damaged or not a backup of this program.") from None


def _check_target(target: Path) -> None:
    with closing(sqlite3.connect(target, timeout=0)) as connection:
        try:
            # Leaving the write-ahead log needs the file for oneself.
            connection.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError:
            raise BackupRefused(f"The database {target} is in use: stop the bot first.") from None
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        filled = {
            name
            for (name,) in names.fetchall()
            if connection.execute(f'SELECT EXISTS (SELECT 1 FROM "{name}")').fetchone()[0]
        }
        check_empty(str(target), filled)


def _check_whole(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        raise BackupRefused("The database is damaged: PRAGMA integrity_check finds errors.")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise BackupRefused("The database is damaged: rows point to rows that are not there.")


def _read_only(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)


def _value(connection: sqlite3.Connection, query: str) -> int | None:
    row = connection.execute(query).fetchone()
    return row[0] if row else None
