"""What somebody is in the middle of, and what they have finished."""

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
    and_,
    literal_column,
)

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

sittings = Table(
    "sittings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("lesson_id", String(200)),
    Column("steps", JSON, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("at", Integer, nullable=False),
    Column("phase", String(16), nullable=False),
    Column("draft", JSON, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("rights", Integer, nullable=False),
    Column("finished_at", Instant),
    Column("revision", Integer, nullable=False),
    sqlite_autoincrement=True,
    info=personal(
        purpose="to go on at the same card after any pause",
        retention="13 months after it ended, or until erased",
        erasure=Erasure.DELETE,
    ),
)

is_open_lesson = and_(
    sittings.c.kind == literal_column("'lesson'"), sittings.c.finished_at.is_(None)
)
Index(
    "uq_sittings_open_lesson",
    sittings.c.person_id,
    unique=True,
    sqlite_where=is_open_lesson,
    postgresql_where=is_open_lesson,
)

completions = Table(
    "completions",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("content_id", String(200), primary_key=True),
    Column("is_lesson", Boolean, nullable=False),
    Column("first_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    info=personal(
        purpose="to know what comes next and to show progress",
        retention="until erased",
        erasure=Erasure.KEEP_COUNTED,
    ),
)

learning_days = Table(
    "learning_days",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    info=personal(
        purpose="days learned and the streak",
        retention="until erased",
        erasure=Erasure.KEEP_COUNTED,
    ),
)
