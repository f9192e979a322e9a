"""Who would be a mentor, who wishes for one, and what is proposed to them."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    text,
)

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

matching_entries = Table(
    "matching_entries",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("side", String(16), nullable=False),
    Column("capacity", Integer, nullable=False),
    Column("languages", JSON, nullable=False),
    Column("sectors", JSON, nullable=False),
    Column("competences", JSON, nullable=False),
    Column("elsewhere", Boolean, nullable=False),
    Column("again", Boolean, nullable=False),
    Column("entered_at", Instant),
    Column("revision", Integer, nullable=False),
    Index("uq_matching_entries", "person_id", "side", unique=True),
    Index("ix_matching_entries_organisation", "organisation_id", "side"),
    Index("ix_matching_entries_elsewhere", "side", "elsewhere"),
    # Ids stand on buttons for years, so none is given twice.
    sqlite_autoincrement=True,
    info=personal(
        purpose="what somebody offers as a mentor, or wishes from one, so that pairs can be made",
        retention="until the person takes it back, leaves the organisation or is erased",
        erasure=Erasure.DELETE,
    ),
)

_IS_PRESENT = text("closed_at IS NULL")
matching_rounds = Table(
    "matching_rounds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("opened_by", ForeignKey("persons.id"), index=True),
    Column("begun_at", Instant, nullable=False),
    Column("checked", JSON, nullable=False),
    Column("opened_at", Instant),
    Column("closed_at", Instant),
    Column("revision", Integer, nullable=False),
    # One at a time in an organisation, also when two coordinators begin at once.
    Index(
        "uq_matching_rounds_present",
        "organisation_id",
        unique=True,
        sqlite_where=_IS_PRESENT,
        postgresql_where=_IS_PRESENT,
    ),
    sqlite_autoincrement=True,
    info=personal(
        purpose="when mentors and mentees were matched, and what was looked at first",
        retention="who opened it: 13 months",
        erasure=Erasure.CUT,
    ),
)

matching_proposals = Table(
    "matching_proposals",
    metadata,
    Column("id", Id, primary_key=True),
    Column("round_id", ForeignKey("matching_rounds.id"), nullable=False, index=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("mentor_id", ForeignKey("persons.id"), index=True),
    Column("mentee_id", ForeignKey("persons.id"), index=True),
    Column("fit", JSON, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("deadline", Instant),
    Column("mentor_says", String(16)),
    Column("mentee_says", String(16)),
    Column("revision", Integer, nullable=False),
    Index("ix_matching_proposals_organisation", "organisation_id", "made_at"),
    Index("ix_matching_proposals_due", "state", "deadline"),
    sqlite_autoincrement=True,
    info=personal(
        purpose="who was proposed to whom, so that both can answer and nobody is asked twice",
        retention="13 months; what each said, and why they fit, until the deadline",
        erasure=Erasure.CUT,
    ),
)
