"""Days of job shadowing, and how far each side has written about them."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

mentoring_shadowing_days = Table(
    "mentoring_shadowing_days",
    metadata,
    Column("id", Id, primary_key=True),
    Column("turn_id", ForeignKey("mentoring_turns.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("mentor_id", ForeignKey("persons.id"), index=True),
    Column("mentee_id", ForeignKey("persons.id"), index=True),
    Column("begun_at", Instant, nullable=False),
    Column("by", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("draft", JSON),  # {host, zone, on, slots: [[starts, ends], …]}
    Column("agreed", JSON),
    Column("mentor_ticks", JSON, nullable=False),
    Column("mentee_ticks", JSON, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("told", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("uq_mentoring_shadowing_days", "turn_id", "number", unique=True),
    # Ids stand on buttons for years, so none is given twice.
    sqlite_autoincrement=True,
    info=personal(
        purpose="when two people of a pair watch each other work, and which rules they ticked",
        retention="13 months after the end of the turn; who it was: until erased",
        erasure=Erasure.CUT,
    ),
)

mentoring_shadowing_notes = Table(
    "mentoring_shadowing_notes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("day_id", ForeignKey("mentoring_shadowing_days.id"), nullable=False),
    Column("turn_id", ForeignKey("mentoring_turns.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("part", String(16), nullable=False),
    Column("answered", Integer, nullable=False),
    Column("seen", String(16)),
    Column("tries", Boolean, nullable=False),
    Column("by_when", Date),
    Column("done_at", Instant),
    Column("revision", Integer, nullable=False),
    Index("uq_mentoring_shadowing_notes", "day_id", "person_id", "part", unique=True),
    sqlite_autoincrement=True,
    info=personal(
        purpose="how far one has written about such a day, and by when one will try something",
        retention="13 months after the end of the turn, or until erased; texts are kept apart",
        erasure=Erasure.DELETE,
    ),
)
