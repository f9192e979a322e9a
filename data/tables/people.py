"""Who learns, where they work, and how their lessons come."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Time,
    and_,
    literal_column,
)

from data.tables.columns import Id, Instant, Weekdays
from data.tables.metadata import Erasure, metadata, personal

persons = Table(
    "persons",
    metadata,
    Column("id", Id, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("language", String(8), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("reachable", Boolean, nullable=False),
    Column("arrived_at", Instant, nullable=False),
    info=personal(
        purpose="to know whom to teach, in which language and at which hour",
        retention="until erased",
        erasure=Erasure.DELETE,
    ),
)

memberships = Table(
    "memberships",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("department_id", ForeignKey("departments.id")),
    Column("role", String(16), nullable=False),
    Column("channel", String(64)),
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    info=personal(
        purpose="holidays, hours and rights that come with an organisation",
        retention="13 months after it ended, or until erased",
        erasure=Erasure.KEEP_COUNTED,
    ),
)

enrolments = Table(
    "enrolments",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("lesson_time", Time, nullable=False),
    Column("weekdays", Weekdays, nullable=False),
    Column("sector", String(64)),
    Column("begun_at", Instant),
    Column("finished_at", Instant),
    Column("offer_content", String(200)),
    Column("offer_day", Date),
    Column("offer_reminders", Integer),
    Column("pauses", JSON, nullable=False),
    Column("last_day", Date),
    Column("next_due_at", Instant),
    # A copy of the person's, so that one index finds who is due and can be reached.
    Column("reachable", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    info=personal(
        purpose="the person's own pace: hour, weekdays, pauses and what comes next",
        retention="until erased",
        erasure=Erasure.DELETE,
    ),
)

# Literals, because SQLite leaves a partial index alone when it meets a bind parameter.
is_reachable = enrolments.c.reachable.is_(literal_column("TRUE"))
awaits_the_clock = and_(enrolments.c.next_due_at.is_not(None), is_reachable)
Index(
    "ix_enrolments_due",
    enrolments.c.next_due_at,
    sqlite_where=awaits_the_clock,
    postgresql_where=awaits_the_clock,
)
