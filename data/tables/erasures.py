"""What remains of erased people: numbers, and marks that nobody can read back."""

from sqlalchemy import Column, Integer, String, Table

from data.tables.columns import Instant
from data.tables.metadata import metadata

# How many rows of a table went with erased people, by month ("2026-11").
tallies = Table(
    "tallies",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("number", Integer, nullable=False),
)

# HMAC of the Telegram id under a secret key: a restored backup is compared with it.
erasures = Table(
    "erasures",
    metadata,
    Column("mark", String(64), primary_key=True),
    Column("at", Instant, primary_key=True),
)
