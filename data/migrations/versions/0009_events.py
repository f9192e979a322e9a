"""Invite to events, and know who comes"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.add_column("announcements", sa.Column("event", sa.BigInteger()))
    _events()
    op.create_table(
        "event_registrations",
        _key("event_registrations", "event_id", "events"),
        _key("event_registrations", "person_id", "persons"),
        sa.Column("seat", sa.String(16), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("attended_at", INSTANT),
        sa.Column("answered", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "person_id", name="pk_event_registrations"),
    )
    op.create_index("ix_event_registrations_person", "event_registrations", ["person_id"])
    by_seat = ["event_id", "seat", "at"]
    op.create_index("ix_event_registrations_seat", "event_registrations", by_seat)
    op.create_table(
        "event_answers",
        _key("event_answers", "event_id", "events"),
        sa.Column("question", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("answer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("event_id", "question", "answer", name="pk_event_answers"),
    )


def downgrade() -> None:
    for table in ("event_answers", "event_registrations", "events"):
        op.drop_table(table)
    op.drop_column("announcements", "event")


def _key(table: str, name: str, of: str, nullable: bool = False) -> sa.Column[int]:
    key = sa.ForeignKey(f"{of}.id", name=f"fk_{table}_{name}_{of}")
    return sa.Column(name, ID, key, nullable=nullable)


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", ID, nullable=False),
        _key("events", "organisation_id", "organisations"),
        _key("events", "made_by", "persons", nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("starts_at", INSTANT),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("seats", sa.Integer()),
        sa.Column("closes_at", INSTANT),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("awaited", sa.String(32)),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.UniqueConstraint("code", name="uq_events_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_events_organisation", "events", ["organisation_id", "starts_at"])
    op.create_index("ix_events_made_by", "events", ["made_by"])
