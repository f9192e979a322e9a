"""Begin with every table"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    _installation()
    _organisations()
    _people()
    _codes()
    _memberships()
    _lessons()
    _reviews_and_scenarios()
    _pushes()
    _talk()
    _erasures()


def downgrade() -> None:
    for table in (
        "erasures",
        "tallies",
        "live_messages",
        "inbox",
        "bot_pause",
        "pushes",
        "scenario_runs",
        "review_log",
        "reviews",
        "display_names",
        "ticket_texts",
        "tickets",
        "held_texts",
        "prompt_messages",
        "focuses",
        "learning_days",
        "completions",
        "sittings",
        "enrolments",
        "memberships",
        "audit_log",
        "role_menus",
        "phone_moves",
        "reaches",
        "enrolment_codes",
        "sheets",
        "persons",
        "departments",
        "organisations",
        "definitions",
        "installation",
    ):
        op.drop_table(table)


def _partial_index(
    name: str, table: str, columns: list[str], where: str, unique: bool = False
) -> None:
    predicate = sa.text(where)
    op.create_index(
        name,
        table,
        columns,
        unique=unique,
        sqlite_where=predicate,
        postgresql_where=predicate,
    )


def _installation() -> None:
    op.create_table(
        "installation",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("bot_id", sa.BigInteger, nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
    )
    op.create_table(
        "definitions",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("content_id", sa.String(200), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )


def _organisations() -> None:
    op.create_table(
        "organisations",
        sa.Column("id", ID, primary_key=True),
        sa.Column("name", sa.String(200), nullable=False, unique=True),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("region", sa.String(10)),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("weekdays", sa.SmallInteger, nullable=False),
        sa.Column("opens", sa.Time, nullable=False),
        sa.Column("closes", sa.Time, nullable=False),
        sa.Column("lesson_hour", sa.Time, nullable=False),
        sa.Column("own_days_off", sa.JSON, nullable=False),
    )
    op.create_table(
        "departments",
        sa.Column("id", ID, primary_key=True),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.UniqueConstraint("organisation_id", "name"),
    )


def _people() -> None:
    op.create_table(
        "persons",
        sa.Column("id", ID, primary_key=True),
        sa.Column("telegram_id", sa.BigInteger, nullable=False, unique=True),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("reachable", sa.Boolean, nullable=False),
        sa.Column("arrived_at", INSTANT, nullable=False),
    )


def _codes() -> None:
    op.create_table(
        "sheets",
        sa.Column("id", ID, primary_key=True),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("department_id", ID, sa.ForeignKey("departments.id")),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("channel", sa.String(64)),
        sa.Column("number", sa.Integer),
        sa.Column("made_by", ID, sa.ForeignKey("persons.id")),
        sa.Column("made_at", INSTANT),
        sa.Column("expires_at", INSTANT),
        sa.Column("revoked", sa.Boolean, nullable=False),
        sa.Column("roster", sa.Boolean, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index("ix_sheets_organisation", "sheets", ["organisation_id", "id"])
    op.create_index("ix_sheets_made_by", "sheets", ["made_by"])
    op.create_table(
        "enrolment_codes",
        sa.Column("id", ID, primary_key=True),
        sa.Column("code", sa.String(64), nullable=False, unique=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("sheet_id", ID, sa.ForeignKey("sheets.id")),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("department_id", ID, sa.ForeignKey("departments.id")),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("channel", sa.String(64)),
        sa.Column("uses_left", sa.Integer),
        sa.Column("used", sa.Integer, nullable=False),
        sa.Column("expires_at", INSTANT),
        sa.Column("revoked", sa.Boolean, nullable=False),
    )
    op.create_index("ix_enrolment_codes_sheet_id", "enrolment_codes", ["sheet_id"])
    op.create_table(
        "reaches",
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("code_id", ID, sa.ForeignKey("enrolment_codes.id"), primary_key=True),
        sa.Column("at", INSTANT, nullable=False),
    )
    op.create_table(
        "phone_moves",
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("code", sa.String(64), nullable=False, unique=True),
        sa.Column("expires_at", INSTANT, nullable=False),
    )
    op.create_table(
        "role_menus",
        sa.Column("chat_id", ID, primary_key=True, autoincrement=False),
        sa.Column("told", sa.String(200), nullable=False),
    )
    op.create_table(
        "audit_log",
        sa.Column("id", ID, primary_key=True),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("deed", sa.String(32), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("by_id", ID, sa.ForeignKey("persons.id")),
        sa.Column("about_id", ID, sa.ForeignKey("persons.id")),
        sa.Column("thing_id", ID),
        sa.Column("role", sa.String(16)),
    )
    op.create_index("ix_audit_log_organisation", "audit_log", ["organisation_id", "id"])
    for column in ("at", "by_id", "about_id"):
        op.create_index(f"ix_audit_log_{column}", "audit_log", [column])


def _memberships() -> None:
    op.create_table(
        "memberships",
        sa.Column("id", ID, primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("department_id", ID, sa.ForeignKey("departments.id")),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("channel", sa.String(64)),
        sa.Column("code_id", ID, sa.ForeignKey("enrolment_codes.id")),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("until", INSTANT),
    )
    op.create_index("ix_memberships_person_id", "memberships", ["person_id"])
    op.create_index("ix_memberships_organisation", "memberships", ["organisation_id", "until"])
    op.create_index("ix_memberships_code_id", "memberships", ["code_id"])
    _partial_index(
        "ix_memberships_roles",
        "memberships",
        ["person_id"],
        where="until IS NULL AND role != 'learner'",
    )
    op.create_table(
        "enrolments",
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("lesson_time", sa.Time, nullable=False),
        sa.Column("weekdays", sa.SmallInteger, nullable=False),
        sa.Column("sector", sa.String(64)),
        sa.Column("begun_at", INSTANT),
        sa.Column("finished_at", INSTANT),
        sa.Column("offer_content", sa.String(200)),
        sa.Column("offer_day", sa.Date),
        sa.Column("offer_reminders", sa.Integer),
        sa.Column("pauses", sa.JSON, nullable=False),
        sa.Column("last_day", sa.Date),
        sa.Column("next_due_at", INSTANT),
        sa.Column("reachable", sa.Boolean, nullable=False),
        sa.Column("standing", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    _partial_index(
        "ix_enrolments_due",
        "enrolments",
        ["next_due_at"],
        where="next_due_at IS NOT NULL AND reachable IS TRUE",
    )


def _lessons() -> None:
    op.create_table(
        "sittings",
        sa.Column("id", ID, primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("lesson_id", sa.String(200)),
        sa.Column("steps", sa.JSON, nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("phase", sa.String(16), nullable=False),
        sa.Column("draft", sa.JSON, nullable=False),
        sa.Column("answered", sa.Integer, nullable=False),
        sa.Column("rights", sa.Integer, nullable=False),
        sa.Column("finished_at", INSTANT),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index("ix_sittings_person_id", "sittings", ["person_id"])
    _partial_index(
        "uq_sittings_open_lesson",
        "sittings",
        ["person_id"],
        unique=True,
        where="kind = 'lesson' AND finished_at IS NULL",
    )
    op.create_table(
        "completions",
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("content_id", sa.String(200), primary_key=True),
        sa.Column("is_lesson", sa.Boolean, nullable=False),
        sa.Column("first_at", INSTANT, nullable=False),
        sa.Column("last_at", INSTANT, nullable=False),
    )
    op.create_table(
        "learning_days",
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
    )
    op.create_table(
        "focuses",
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("prompt", sa.String(16), primary_key=True),
        sa.Column("slot", ID, primary_key=True, autoincrement=False),
        sa.Column("target_id", sa.BigInteger, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
    )
    op.create_table(
        "prompt_messages",
        sa.Column("chat_id", ID, primary_key=True, autoincrement=False),
        sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("prompt", sa.String(16), nullable=False),
        sa.Column("target_id", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_table(
        "held_texts",
        sa.Column("id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.UniqueConstraint("person_id"),
    )
    _tickets()


def _tickets() -> None:
    op.create_table(
        "tickets",
        sa.Column("id", ID, primary_key=True),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("to", sa.String(16), nullable=False),
        sa.Column("content", sa.String(200)),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("texts", sa.Integer, nullable=False),
        sa.Column("closed_at", INSTANT),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tickets_person_id", "tickets", ["person_id"])
    op.create_index("ix_tickets_organisation", "tickets", ["organisation_id", "state"])
    op.create_table(
        "ticket_texts",
        sa.Column("id", ID, primary_key=True),
        sa.Column("ticket_id", ID, sa.ForeignKey("tickets.id"), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("by_staff", sa.Boolean, nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
    )
    op.create_index("ix_ticket_texts_ticket_id", "ticket_texts", ["ticket_id"])
    op.create_index("ix_ticket_texts_person_id", "ticket_texts", ["person_id"])
    op.create_table(
        "display_names",
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("sealed", sa.Text),
    )


def _reviews_and_scenarios() -> None:
    op.create_table(
        "reviews",
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("question", sa.String(200), primary_key=True),
        sa.Column("stability", sa.Double, nullable=False),
        sa.Column("difficulty", sa.Double, nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("last_at", INSTANT, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index("ix_reviews_due", "reviews", ["person_id", "due_at"])
    op.create_table(
        "review_log",
        sa.Column("id", ID, primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("question", sa.String(200), nullable=False),
        sa.Column("rating", sa.String(8), nullable=False),
        sa.Column("confidence", sa.String(8)),
        sa.Column("at", INSTANT, nullable=False),
    )
    op.create_index("ix_review_log_person_id", "review_log", ["person_id"])
    op.create_table(
        "scenario_runs",
        sa.Column("id", ID, primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("scenario_id", sa.String(200), nullable=False),
        sa.Column("definition", sa.String(64), nullable=False),
        sa.Column("node", sa.String(200), nullable=False),
        sa.Column("variables", sa.JSON, nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("choice", sa.String(200)),
        sa.Column("path", sa.JSON, nullable=False),
        sa.Column("finished_at", INSTANT),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index(
        "ix_scenario_runs_person_scenario", "scenario_runs", ["person_id", "scenario_id"]
    )


def _pushes() -> None:
    op.create_table(
        "pushes",
        sa.Column("id", ID, primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("occasion", sa.String(200), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("settled_at", INSTANT),
        sa.Column("budget_day", sa.Date),
        sa.Column("worker", sa.String(64)),
        sa.Column("lease_until", sa.Double),
        sa.Column("not_before", sa.Double),
        sa.Column("sending", sa.Boolean, nullable=False),
        sa.UniqueConstraint("person_id", "kind", "occasion"),
    )
    _partial_index("ix_pushes_due", "pushes", ["due_at"], where="state = 'due'")
    _partial_index(
        "ix_pushes_sending", "pushes", ["lease_until"], where="state = 'due' AND sending IS TRUE"
    )
    _partial_index(
        "uq_pushes_waiting_lesson",
        "pushes",
        ["person_id"],
        unique=True,
        where="state = 'due' AND kind = 'daily'",
    )
    op.create_table(
        "bot_pause",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("until", sa.Double, nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
    )


def _talk() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", ID, primary_key=True, autoincrement=False),
        sa.Column("lane", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("taken_at", sa.Double, nullable=False),
        sa.Column("source", sa.JSON),
        sa.Column("body", sa.Text),
        sa.Column("outcome", sa.Text),
        sa.Column("error_id", sa.String(64)),
    )
    _partial_index("ix_inbox_applied", "inbox", ["update_id"], where="state = 'applied'")
    _partial_index("ix_inbox_taken", "inbox", ["update_id"], where="state = 'taken'")
    op.create_index("ix_inbox_taken_at", "inbox", ["taken_at", "update_id"])
    op.create_table(
        "live_messages",
        sa.Column("chat_id", ID, primary_key=True, autoincrement=False),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("has_media", sa.Boolean, nullable=False),
    )


def _erasures() -> None:
    op.create_table(
        "tallies",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "month", name="pk_tallies"),
    )
    op.create_table(
        "erasures",
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("mark", "at", name="pk_erasures"),
    )
