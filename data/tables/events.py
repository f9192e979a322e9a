"""Events, who comes, and what was thought of them."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

events = Table(
    "events",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("made_by", ForeignKey("persons.id"), index=True),
    Column("made_at", Instant, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("sealed", Text, nullable=False),  # titles, speaker, place, links
    Column("starts_at", Instant),
    Column("minutes", Integer, nullable=False),
    Column("seats", Integer),
    Column("closes_at", Instant),
    Column("headcount", Integer),
    Column("state", String(16), nullable=False),
    Column("taken", Integer, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("awaited", String(32)),
    Column("code", String(16), nullable=False, unique=True),
    Column("revision", Integer, nullable=False),
    Index("ix_events_organisation", "organisation_id", "starts_at"),
    # Ids stand on buttons and in calendars for years, so none is given twice.
    sqlite_autoincrement=True,
    info=personal(
        purpose="which webinars, seminars and workshops there are, and who set them up",
        retention="who made it: 13 months",
        erasure=Erasure.CUT,
    ),
)

event_registrations = Table(
    "event_registrations",
    metadata,
    Column("event_id", ForeignKey("events.id"), primary_key=True),
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("seat", String(16), nullable=False),
    Column("at", Instant, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("attended_at", Instant),
    Column("answered", Integer, nullable=False),
    Index("ix_event_registrations_person", "person_id"),
    Index("ix_event_registrations_seat", "event_id", "seat", "at"),
    info=personal(
        purpose="who comes to an event, waits for a seat, and was there",
        retention="13 months after the event, or until erased",
        erasure=Erasure.KEEP_COUNTED,
    ),
)

# How many gave which answer after an event; nobody's own answer is kept.
event_answers = Table(
    "event_answers",
    metadata,
    Column("event_id", ForeignKey("events.id"), primary_key=True),
    Column("question", Integer, primary_key=True, autoincrement=False),
    Column("answer", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
)
