"""Copies of a whole database, and back. All of it blocks: from a loop use `asyncio.to_thread`.

A copy holds no key: what is sealed in it stays sealed without SECRET_KEY.
"""

import os
from pathlib import Path

from data import portable_dump, sqlite_copy
from data.address import file_of, is_sqlite, read_url
from data.refusals import BackupRefused


def backup(url: str, target_file: Path) -> None:
    """Writes a checked copy, also while the bot runs. Raises BackupRefused.

    A SQLite database gives a SQLite file, PostgreSQL a zip of JSON lines.
    """
    if target_file.exists():
        raise BackupRefused(f"There is a file at {target_file} already: name another.")
    target_file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target_file.with_name(target_file.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    address = read_url(url)
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, 0o600))
        if is_sqlite(address):
            sqlite_copy.write(file_of(address), unfinished)
        else:
            portable_dump.write(address, unfinished)
        unfinished.rename(target_file)
    finally:
        unfinished.unlink(missing_ok=True)


def restore(url: str, source_file: Path, bot_id: int | None = None) -> None:
    """Puts a backup where no people are remembered yet, and brings it up to date.

    Refuses (BackupRefused) a damaged or newer backup, one of another bot than `bot_id`, and a
    database that is in use or holds anything.
    """
    if not source_file.exists():
        raise BackupRefused(f"There is no file at {source_file}.")
    address = read_url(url)
    if is_sqlite(address):
        sqlite_copy.restore(url, source_file, file_of(address), bot_id)
    else:
        portable_dump.restore(url, source_file, bot_id)
