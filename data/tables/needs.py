"""Rounds of the needs analysis, what is half-way, who has answered, and the answers.

In an unlinked round nothing leads from an answer to a person: `needs_unlinked` has no person, no
time and no sequence, and neither it nor `needs_answered` has a hidden row number.
"""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, Text

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

needs_rounds = Table(
    "needs_rounds",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("definition", String(64), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("departments", JSON, nullable=False),  # [[id, name], …]; none means all
    Column("opens_at", Instant),
    Column("closes_at", Instant),
    Column("launched_at", Instant),
    Column("closed_at", Instant),
    Column("made_by", ForeignKey("persons.id"), index=True),
    Column("reminders", Integer, nullable=False),
    Column("reminded_at", Instant),
    Column("revision", Integer, nullable=False),
    Index("ix_needs_rounds_organisation", "organisation_id", "id"),
    sqlite_autoincrement=True,
    info=personal(
        purpose="to know what a round asks, of whom, and which coordinator launched it",
        retention="who launched it: 13 months",
        erasure=Erasure.CUT,
    ),
)

needs_drafts = Table(
    "needs_drafts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, unique=True),
    Column("round_id", ForeignKey("needs_rounds.id")),
    Column("mode", String(16), nullable=False),
    Column("wave", String(8), nullable=False),
    Column("definition", String(64), nullable=False),
    Column("sealed", Text, nullable=False),  # the answers, and what is ticked
    Column("at", String(200)),
    Column("begun_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("revision", Integer, nullable=False),
    sqlite_autoincrement=True,
    info=personal(
        purpose="to go on at the same question of the needs analysis after any pause",
        retention="until sent or dropped, or 13 months after the last answer; sealed",
        erasure=Erasure.DELETE,
    ),
)

needs_answered = Table(
    "needs_answered",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("round_id", ForeignKey("needs_rounds.id"), primary_key=True),
    sqlite_with_rowid=False,
    info=personal(
        purpose="to ask nobody twice, and to remind only those who have not answered",
        retention="until erased",
        erasure=Erasure.DELETE,
    ),
)

needs_answers = Table(
    "needs_answers",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("wave", String(8), primary_key=True),
    Column("round_id", ForeignKey("needs_rounds.id"), index=True),
    Column("mode", String(16), nullable=False),
    Column("definition", String(64), nullable=False),
    Column("sealed", Text, nullable=False),
    Column("sent_at", Instant, nullable=False),
    info=personal(
        purpose="the person's own path, what changed since, and counts about groups",
        retention="until replaced or erased; sealed",
        erasure=Erasure.DELETE,
    ),
)

needs_reports = Table(  # frozen when a round is closed: groups, nobody's key
    "needs_reports",
    metadata,
    Column("round_id", ForeignKey("needs_rounds.id"), primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)

needs_unlinked = Table(
    "needs_unlinked",
    metadata,
    Column("round_id", ForeignKey("needs_rounds.id"), primary_key=True),
    Column("key", String(32), primary_key=True),
    Column("answers", JSON, nullable=False),
    sqlite_with_rowid=False,
)
