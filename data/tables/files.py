"""Files that Telegram already has."""

from sqlalchemy import Column, String, Table, Text

from data.tables.metadata import metadata

sent_files = Table(
    "sent_files",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("file_id", Text, nullable=False),
)
