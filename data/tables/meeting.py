"""Meetings of a pair. Where they take place stands with the texts of the turn."""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

mentoring_meetings = Table(
    "mentoring_meetings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("turn_id", ForeignKey("mentoring_turns.id"), nullable=False, index=True),
    Column("mentor_id", ForeignKey("persons.id")),
    Column("mentee_id", ForeignKey("persons.id")),
    Column("minutes", Integer, nullable=False),
    Column("by", String(16)),
    Column("slots", JSON, nullable=False),  # instants
    Column("sent", Boolean, nullable=False),
    Column("starts_at", Instant),
    Column("off", Boolean, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("ix_mentoring_meetings_mentor", "mentor_id", "starts_at"),
    Index("ix_mentoring_meetings_mentee", "mentee_id", "starts_at"),
    # Ids stand on buttons and in calendars for years, so none is given twice.
    sqlite_autoincrement=True,
    info=personal(
        purpose="when mentor and mentee meet: times proposed, and the one that both settled on",
        retention="13 months after the end of the turn; who it was, until erased",
        erasure=Erasure.CUT,
    ),
)

mentoring_meeting_answers = Table(
    "mentoring_meeting_answers",
    metadata,
    Column("meeting_id", ForeignKey("mentoring_meetings.id"), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), primary_key=True, index=True),
    Column("met", String(16), nullable=False),
    Column("fit", String(16)),
    Column("at", Instant, nullable=False),
    info=personal(
        purpose="whether the two met, and how they fit, which its author alone sees",
        retention="13 months after the end of the turn, or until erased",
        erasure=Erasure.DELETE,
    ),
)
