"""The ledger of messages that nobody asked for (promise 2); also the outbox that sends them."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    exists,
    literal_column,
)

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

pushes = Table(
    "pushes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("occasion", String(200), nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reason", Text),
    Column("message_id", BigInteger),
    Column("settled_at", Instant),
    Column("budget_day", Date),  # the person's local day whose budget it was counted against
    # Machine time, seconds since 1970: who holds the row, and until when it is left alone.
    Column("worker", String(64)),
    Column("lease_until", Double),
    Column("not_before", Double),
    Column("sending", Boolean, nullable=False),
    UniqueConstraint("person_id", "kind", "occasion"),
    Index("ix_pushes_occasion", "occasion", "kind", "state"),
    sqlite_autoincrement=True,
    info=personal(
        purpose="to send each push once and to know what became of it",
        retention="13 months after it ended, or until erased",
        erasure=Erasure.KEEP_COUNTED,
    ),
)

# Literals, because SQLite leaves a partial index alone when it meets a bind parameter.
is_due = pushes.c.state == literal_column("'due'")
is_being_sent = and_(is_due, pushes.c.sending.is_(literal_column("TRUE")))
Index("ix_pushes_due", pushes.c.due_at, sqlite_where=is_due, postgresql_where=is_due)
Index("ix_pushes_due_person", pushes.c.person_id, sqlite_where=is_due, postgresql_where=is_due)
Index(
    "ix_pushes_sending",
    pushes.c.lease_until,
    sqlite_where=is_being_sent,
    postgresql_where=is_being_sent,
)

# After days of downtime one lesson waits for a person, not a pile (promise 3).
is_waiting_lesson = and_(is_due, pushes.c.kind == literal_column("'daily'"))
Index(
    "uq_pushes_waiting_lesson",
    pushes.c.person_id,
    unique=True,
    sqlite_where=is_waiting_lesson,
    postgresql_where=is_waiting_lesson,
)

bot_pause = Table(
    "bot_pause",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("until", Double, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

# One bot, one rate, however many processes deliver: machine time, when the last turn that any of
# them took ends.
bot_turns = Table(
    "bot_turns",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("taken_until", Double, nullable=False),
    CheckConstraint("id = 1", name="one_row"),
)

# Rows of these occasions are neither claimed nor sent, so that a pause takes effect at once and
# costs one row, however many are waiting.
push_holds = Table(
    "push_holds",
    metadata,
    Column("kind", String(32), primary_key=True),
    Column("occasion", String(200), primary_key=True),
)
is_held = exists().where(
    push_holds.c.kind == pushes.c.kind, push_holds.c.occasion == pushes.c.occasion
)
