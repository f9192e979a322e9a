"""One catalogue of tables, and what each says about the people in it (promise 9)."""

from enum import StrEnum
from typing import Any

from sqlalchemy import MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Erasure(StrEnum):
    """What happens to a person's rows when the person is erased."""

    DELETE = "delete"
    CUT = "cut"  # the row stays, its key to the person goes
    KEEP_COUNTED = "keep counted"  # rows go, a count of them stays


def personal(purpose: str, retention: str, erasure: Erasure) -> dict[str, Any]:
    """What a table with a person's key declares: why it is kept, how long, and its end."""
    return {"purpose": purpose, "retention": retention, "erasure": erasure}
