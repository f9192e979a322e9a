"""What the simulator remembers: one SQLite file, read and written in the event loop."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Json = dict[str, Any]

SCHEMA = """
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS phones (
    id INTEGER PRIMARY KEY AUTOINCREMENT, first_name TEXT NOT NULL, username TEXT,
    language_code TEXT NOT NULL, standing TEXT NOT NULL DEFAULT 'new');
CREATE TABLE IF NOT EXISTS groups (
    number INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS group_members (
    chat_id INTEGER NOT NULL, phone_id INTEGER NOT NULL, PRIMARY KEY (chat_id, phone_id));
CREATE TABLE IF NOT EXISTS messages (
    message_id INTEGER PRIMARY KEY AUTOINCREMENT, chat_id INTEGER NOT NULL, seq INTEGER NOT NULL,
    sender_id INTEGER NOT NULL, date INTEGER NOT NULL, edit_date INTEGER,
    deleted INTEGER NOT NULL DEFAULT 0, reply_to INTEGER, content TEXT NOT NULL, markup TEXT);
CREATE INDEX IF NOT EXISTS messages_by_change ON messages (chat_id, seq);
CREATE TABLE IF NOT EXISTS polls (
    id TEXT PRIMARY KEY, chat_id INTEGER, message_id INTEGER, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS votes (
    poll_id TEXT NOT NULL, phone_id INTEGER NOT NULL, options TEXT NOT NULL,
    PRIMARY KEY (poll_id, phone_id));
CREATE TABLE IF NOT EXISTS updates (
    update_id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, lane TEXT NOT NULL,
    body TEXT NOT NULL, expires REAL NOT NULL);
CREATE TABLE IF NOT EXISTS expired_updates (update_id INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS callbacks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, asked REAL NOT NULL, answered INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS files (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, mime TEXT NOT NULL,
    size INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS commands (
    scope TEXT NOT NULL, language TEXT NOT NULL, list TEXT NOT NULL,
    PRIMARY KEY (scope, language));
CREATE TABLE IF NOT EXISTS profile (
    field TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (field, language));
"""

# Ids longer than 32 bits, as real ones are; a phone's id must never look like a message's.
FIRST_IDS = {"phones": 5_000_000_000, "updates": 700_000_000, "callbacks": 4_000_000_000_000_000}


class StateInUse(Exception):
    """Another simulator holds this state file."""


class Store:
    """Rows and settings of one simulator.

    Every statement outside ``transaction()`` commits by itself. In WAL mode a commit is a write
    without a flush, so a kill of the process loses nothing and 500 sends a second are cheap.
    """

    def __init__(self, path: Path | str) -> None:
        if str(path) != ":memory:":
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=0.2)
        self._connection.row_factory = sqlite3.Row
        try:
            self._prepare()
        except sqlite3.OperationalError as error:
            self._connection.close()
            if "locked" in str(error):
                raise StateInUse(str(path)) from None
            raise

    def _prepare(self) -> None:
        for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=NORMAL"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA} COMMIT;")
        with self.transaction():
            for table, first in FIRST_IDS.items():
                if not self.row("SELECT 1 FROM sqlite_sequence WHERE name = ?", table):
                    self.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", table, first)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Nothing may be awaited inside; an inner one joins the outer one."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def execute(self, sql: str, *values: Any) -> int:
        """Run one statement; the id of the row it inserted, 0 for none."""
        return self._connection.execute(sql, values).lastrowid or 0

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
        return row

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        return self._connection.execute(sql, values).fetchall()

    def setting(self, name: str, default: Any = None) -> Any:
        """A JSON value kept under a name."""
        row = self.row("SELECT value FROM settings WHERE name = ?", name)
        return json.loads(row["value"]) if row else default

    def save_setting(self, name: str, value: Any) -> None:
        self.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", name, json.dumps(value))

    def close(self) -> None:
        self._connection.close()
