"""What this installation is, and the editions of definitions it has ever shown (promise 10)."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Integer, String, Table, Text

from data.tables.metadata import metadata

installation = Table(
    "installation",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("bot_id", BigInteger, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

definitions = Table(
    "definitions",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("content_id", String(200), nullable=False),
    Column("body", Text, nullable=False),
)
