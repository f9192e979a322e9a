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
    sqlite_autoincrement=True,
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
    Column("code_id", ForeignKey("enrolment_codes.id"), index=True),
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    Index("ix_memberships_organisation", "organisation_id", "until", "person_id"),
    sqlite_autoincrement=True,
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
    Column("past_days", JSON, nullable=False, server_default="[]"),
    Column("last_day", Date),
    Column("next_due_at", Instant),
    # A copy of the person's, so that one index finds who is due and can be reached.
    Column("reachable", Boolean, nullable=False),
    Column("standing", Integer, nullable=False),
    Column("path", JSON(none_as_null=True)),  # subunits that come first; none: the standard path
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

phone_moves = Table(
    "phone_moves",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("code", String(64), nullable=False, unique=True),
    Column("expires_at", Instant, nullable=False),
    info=personal(
        purpose="to go on under another Telegram account",
        retention="until used or replaced; it opens nothing after an hour",
        erasure=Erasure.DELETE,
    ),
)

# What each chat with a role was told as its command menu; no row: the menu of everybody.
role_menus = Table(
    "role_menus",
    metadata,
    Column("chat_id", Id, primary_key=True, autoincrement=False),
    Column("told", String(200), nullable=False),
    info=personal(
        purpose="to show the commands that come with a role",
        retention="while the person has a role beside learning",
        erasure=Erasure.DELETE,
    ),
)

# A literal, because SQLite leaves a partial index alone when it meets a bind parameter.
has_a_role = and_(memberships.c.until.is_(None), memberships.c.role != literal_column("'learner'"))
Index(
    "ix_memberships_roles",
    memberships.c.person_id,
    sqlite_where=has_a_role,
    postgresql_where=has_a_role,
)
