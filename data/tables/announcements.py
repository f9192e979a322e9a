"""What coordinators announce, to whom, and who wants none of it."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

announcements = Table(
    "announcements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("made_by", ForeignKey("persons.id"), index=True),
    Column("made_at", Instant, nullable=False),
    Column("form", String(16), nullable=False),
    Column("about", BigInteger),
    Column("event", BigInteger),
    Column("state", String(16), nullable=False),
    Column("file_kind", String(16)),
    Column("file_id", String(200)),
    Column("audience", JSON, nullable=False),
    Column("timing", String(16), nullable=False),
    Column("at", Instant),
    Column("urgent", Boolean, nullable=False),
    Column("repeats", Boolean, nullable=False),
    Column("awaited", String(32)),
    Column("begins_at", Instant),
    Column("until", Instant),
    Column("reached", BigInteger, nullable=False),
    Column("spread", Boolean, nullable=False),
    Column("finished_at", Instant),
    Column("told", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("ix_announcements_organisation", "organisation_id", "id"),
    # Ids stand on buttons for years, so none is given twice.
    sqlite_autoincrement=True,
    info=personal(
        purpose="what a coordinator announces, and how its sending stands",
        retention="13 months",
        erasure=Erasure.CUT,
    ),
)

announcement_texts = Table(
    "announcement_texts",
    metadata,
    Column("announcement_id", ForeignKey("announcements.id"), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("sealed", Text, nullable=False),
)

announcement_votes = Table(
    "announcement_votes",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("announcement_id", ForeignKey("announcements.id"), primary_key=True),
    Column("option", Integer, nullable=False),
    info=personal(
        purpose="to count each person once in a poll",
        retention="13 months, or until erased",
        erasure=Erasure.KEEP_COUNTED,
    ),
)

announcement_optouts = Table(
    "announcement_optouts",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("at", Instant, nullable=False),
    info=personal(
        purpose="to send no announcements to who wants none",
        retention="until they are wanted again, or erased",
        erasure=Erasure.DELETE,
    ),
)

saved_audiences = Table(
    "saved_audiences",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("name", String(100), nullable=False),
    Column("audience", JSON, nullable=False),
    UniqueConstraint("organisation_id", "name"),
    sqlite_autoincrement=True,
)

second_looks = Table(
    "second_looks",
    metadata,
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
)
