"""DATABASE_URL, as people write it."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError


class BadAddress(Exception):
    """A DATABASE_URL that names no database of ours; the message is for the operator."""


def read_url(url: str) -> URL:
    """`sqlite:///path/to/file` or `postgresql://user:password@host/name`, drivers included."""
    try:
        address = make_url(url)
    except ArgumentError:
        raise BadAddress("DATABASE_URL is not an address of a database.") from None
    match address.drivername.partition("+")[0]:
        case "sqlite" if address.database and address.database != ":memory:":
            return address.set(drivername="sqlite+pysqlite")
        case "sqlite":
            raise BadAddress("DATABASE_URL must name a file, as in sqlite:///var/bot.sqlite3.")
        case "postgresql" | "postgres":
            return address.set(drivername="postgresql+asyncpg")
        case other:
            raise BadAddress(f"DATABASE_URL begins with {other}: use sqlite or postgresql.")


def is_sqlite(address: URL) -> bool:
    return address.get_backend_name() == "sqlite"


def file_of(address: URL) -> Path:
    return Path(address.database or "")
