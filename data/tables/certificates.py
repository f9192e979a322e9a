"""Certificates without names, and the keys they are signed with."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

certificates = Table(
    "certificates",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(16), nullable=False, unique=True),
    Column("person_id", ForeignKey("persons.id"), index=True),
    Column("kind", String(16), nullable=False),
    Column("about", String(200), nullable=False),
    Column("version", String(64), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("completed_on", Date, nullable=False),
    Column("issued_at", Instant, nullable=False),
    Column("ended", String(16)),  # why it is no longer valid
    Column("revision", Integer, nullable=False),
    # Ids stand on buttons for years, so none is given twice.
    sqlite_autoincrement=True,
    info=personal(
        purpose="that anybody can check a certificate; the name on it is not kept",
        retention="without an end; whose it is, until erased",
        erasure=Erasure.CUT,
    ),
)

# The newest signs. The others stay, so that what they signed can still be checked.
signing_keys = Table(
    "signing_keys",
    metadata,
    Column("id", Id, primary_key=True),
    Column("public", String(64), nullable=False, unique=True),
    Column("sealed", Text, nullable=False),
    sqlite_autoincrement=True,
)
