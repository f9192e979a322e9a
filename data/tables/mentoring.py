"""Turns of the circle of mentoring, and what the two write in them."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    false,
)

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

mentoring_turns = Table(
    "mentoring_turns",
    metadata,
    Column("id", Id, primary_key=True),
    Column("mentor_id", ForeignKey("persons.id")),
    Column("mentee_id", ForeignKey("persons.id")),
    Column("mentor_organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("mentee_organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("mentor_waits_since", Date),
    Column("mentee_waits_since", Date),
    Column("mentor_nudge", String(16), nullable=False),
    Column("mentee_nudge", String(16), nullable=False),
    Column("mentor_answered_on", Date),
    Column("mentee_answered_on", Date),
    Column("mentor_shares", Boolean, nullable=False, server_default=false()),
    Column("mentee_shares", Boolean, nullable=False, server_default=false()),
    Column("language", String(16), nullable=False),
    Column("definition", String(64), nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("generation", Integer, nullable=False),
    # No foreign key: the turn before may have had its time.
    Column("predecessor", Id),
    Column("step", String(16), nullable=False),
    Column("phase", String(24)),
    Column("phase_since", Date),
    Column("weeks", Integer),
    Column("asked_on", Date),
    Column("next_on", Date),
    Column("rests", JSON, nullable=False),  # [{since, until}, …]
    Column("look_at", Instant),
    Column("looked_on", Date),
    Column("ended_at", Instant),
    Column("ending", String(16)),
    Column("revision", Integer, nullable=False),
    Index("ix_mentoring_turns_mentor", "mentor_id"),
    Index("ix_mentoring_turns_mentee", "mentee_id"),
    Index("ix_mentoring_turns_mentor_organisation", "mentor_organisation_id", "ended_at"),
    Index("ix_mentoring_turns_mentee_organisation", "mentee_organisation_id", "ended_at"),
    Index("ix_mentoring_turns_look", "look_at", "mentor_id"),
    # Ids stand on buttons for years, so none is given twice.
    sqlite_autoincrement=True,
    info=personal(
        purpose="who mentors whom, where they are in the circle, and when the bot writes to them",
        retention="who it was: 13 months after its end, or until erased",
        erasure=Erasure.CUT,
    ),
)

mentoring_keys = Table(
    "mentoring_keys",
    metadata,
    Column("id", Id, primary_key=True),
    Column("turn_id", ForeignKey("mentoring_turns.id"), nullable=False),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("wrapped", Text, nullable=False),
    Index("uq_mentoring_keys", "turn_id", "person_id", unique=True),
    sqlite_autoincrement=True,
    info=personal(
        purpose="a key for what its owner writes in one turn, to be destroyed with it",
        retention="until the texts are destroyed, 30 days after the end at the latest",
        erasure=Erasure.DELETE,
    ),
)

mentoring_texts = Table(
    "mentoring_texts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("turn_id", ForeignKey("mentoring_turns.id"), nullable=False),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("kind", String(24), nullable=False),
    Column("about", String(64), nullable=False),
    Column("seen", String(16), nullable=False),
    Column("sealed", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Index("uq_mentoring_texts", "turn_id", "person_id", "kind", "about", unique=True),
    sqlite_autoincrement=True,
    info=personal(
        purpose="what mentor and mentee write down for themselves or for each other",
        retention="until its author destroys it, 30 days after the end at the latest; sealed",
        erasure=Erasure.DELETE,
    ),
)

mentoring_agreements = Table(
    "mentoring_agreements",
    metadata,
    Column("id", Id, primary_key=True),
    Column("turn_id", ForeignKey("mentoring_turns.id"), nullable=False, index=True),
    # The mentee, whose goals they are.
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("by", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("sealed", Text, nullable=False),  # the goals
    Column("weeks", Integer, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("channel", String(16), nullable=False),
    Column("confidentiality", String(16), nullable=False),
    Column("ending", String(16), nullable=False),
    Column("awaited", String(16)),
    Column("agreed_at", Instant),
    Column("revision", Integer, nullable=False),
    sqlite_autoincrement=True,
    info=personal(
        purpose="what the two agreed: goals, how often, by which channel, how it can end",
        retention="13 months after the end of the turn, or until the mentee is erased; sealed",
        erasure=Erasure.DELETE,
    ),
)

mentoring_check_ins = Table(
    "mentoring_check_ins",
    metadata,
    Column("id", Id, primary_key=True),
    Column("turn_id", ForeignKey("mentoring_turns.id"), nullable=False),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("due_on", Date, nullable=False),
    Column("question", String(16), nullable=False),
    Column("asks_fit", Boolean, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("result", String(16)),
    Column("rating", Integer),
    Column("seen", String(16)),
    Column("fit", String(16)),
    Column("answered_at", Instant),
    Column("revision", Integer, nullable=False),
    Index("uq_mentoring_check_ins", "turn_id", "person_id", "due_on", unique=True),
    sqlite_autoincrement=True,
    info=personal(
        purpose="how a check-in went, as a choice and a rating, and where one stands in it",
        retention="13 months after the end of the turn, or until erased; texts are kept apart",
        erasure=Erasure.DELETE,
    ),
)
