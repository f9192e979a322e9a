"""Brings a database's tables to what this version of the code needs."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from data.address import file_of, is_sqlite, read_url

_MIGRATIONS = Path(__file__).parent / "migrations"


class NewerDatabase(Exception):
    """The database was written by a later version; the message is one sentence."""


def upgrade(url: str, revision: str = "head") -> None:
    """Blocks: from a running loop, call it through `asyncio.to_thread`.

    A SQLite file is made, its folder too, when it is not there. Raises NewerDatabase.
    """
    address = read_url(url)
    if is_sqlite(address):
        file_of(address).parent.mkdir(parents=True, exist_ok=True)
    try:
        command.upgrade(config(url), revision)
    except CommandError as error:
        if "Can't locate revision" not in str(error):
            raise
        raise NewerDatabase(
            "The database was written by a newer version of this program: "
            "run that version, or restore a backup made by this one."
        ) from None


def downgrade(url: str, revision: str) -> None:
    command.downgrade(config(url), revision)


def head() -> str:
    """The revision that this version of the code needs."""
    revision = _script().get_current_head()
    if revision is None:
        raise AssertionError("there are no migrations")
    return revision


def knows(revision: str) -> bool:
    """Whether a database at `revision` can be brought up to date by this version."""
    return any(known.revision == revision for known in _script().walk_revisions())


def _script() -> ScriptDirectory:
    return ScriptDirectory(str(_MIGRATIONS))


def config(url: str) -> Config:
    made = Config()
    made.set_main_option("script_location", str(_MIGRATIONS))
    made.attributes["address"] = read_url(url)
    return made
