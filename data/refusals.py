"""Why a backup is not written or not put back."""

from data import migrate

# Written anew at every start, so that losing them loses nothing.
WITHOUT_PEOPLE = frozenset(
    {"alembic_version", "installation", "definitions", "bot_pause", "bot_turns", "sqlite_sequence"}
)


class BackupRefused(Exception):
    """The message is one sentence for the operator; nothing was changed."""


def check_revision(revision: object) -> None:
    if not isinstance(revision, str):
        raise BackupRefused("The file is not a backup of this program.")
    if not migrate.knows(revision):
        raise BackupRefused(
            "The backup was written by a newer version of this program: restore it with that one."
        )


def check_bot(found: int | None, wanted: int | None) -> None:
    if wanted is not None and found is not None and found != wanted:
        raise BackupRefused(f"The backup belongs to bot {found}, not to bot {wanted}.")


def check_empty(where: str, tables_with_rows: set[str]) -> None:
    if tables_with_rows - WITHOUT_PEOPLE:
        raise BackupRefused(f"The database {where} is not empty: move it away first.")
