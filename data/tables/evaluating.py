"""Looking back at a turn of mentoring, and the good practices that come of it."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, Text

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

mentoring_evaluations = Table(
    "mentoring_evaluations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("turn_id", ForeignKey("mentoring_turns.id"), nullable=False),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("ratings", JSON, nullable=False),  # {statement: 0 to 5}
    Column("seen", String(16)),
    Column("sent_at", Instant, index=True),
    Column("revision", Integer, nullable=False),
    Index("uq_mentoring_evaluations", "turn_id", "person_id", unique=True),
    # Ids stand on buttons for years, so none is given twice.
    sqlite_autoincrement=True,
    info=personal(
        purpose="how both look back at their mentoring; coordinators read means of ten and more",
        retention="13 months after it was sent",
        erasure=Erasure.DELETE,
    ),
)

mentoring_practices = Table(
    "mentoring_practices",
    metadata,
    Column("id", Id, primary_key=True),
    # No foreign key: a good practice outlives the turn that it comes from.
    Column("turn", Id, nullable=False),
    Column("person_id", ForeignKey("persons.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("language", String(16), nullable=False),
    Column("sealed", Text, nullable=False),
    Column("released_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("revision", Integer, nullable=False),
    Index("uq_mentoring_practices", "person_id", "turn", unique=True),
    Index("ix_mentoring_practices_state", "organisation_id", "state", "released_at"),
    sqlite_autoincrement=True,
    info=personal(
        purpose="a good practice that its author released for colleagues to read, without a name",
        retention="until its author takes it back or is erased",
        erasure=Erasure.DELETE,
    ),
)
