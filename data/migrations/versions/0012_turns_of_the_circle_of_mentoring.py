"""Turns of the circle of mentoring, and what is written in them"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    _turns()
    _keys()
    _texts()


def downgrade() -> None:
    for table in ("mentoring_texts", "mentoring_keys", "mentoring_turns"):
        op.drop_table(table)


def _turns() -> None:
    op.create_table(
        "mentoring_turns",
        sa.Column("id", ID, primary_key=True),
        sa.Column("mentor_id", ID, sa.ForeignKey("persons.id")),
        sa.Column("mentee_id", ID, sa.ForeignKey("persons.id")),
        sa.Column("mentor_organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("mentee_organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("mentor_waits_since", sa.Date),
        sa.Column("mentee_waits_since", sa.Date),
        sa.Column("mentor_nudge", sa.String(16), nullable=False),
        sa.Column("mentee_nudge", sa.String(16), nullable=False),
        sa.Column("mentor_answered_on", sa.Date),
        sa.Column("mentee_answered_on", sa.Date),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("definition", sa.String(64), nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("generation", sa.Integer, nullable=False),
        sa.Column("predecessor", ID),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("phase", sa.String(24)),
        sa.Column("phase_since", sa.Date),
        sa.Column("weeks", sa.Integer),
        sa.Column("asked_on", sa.Date),
        sa.Column("next_on", sa.Date),
        sa.Column("rests", sa.JSON, nullable=False),
        sa.Column("look_at", INSTANT),
        sa.Column("looked_on", sa.Date),
        sa.Column("ended_at", INSTANT),
        sa.Column("ending", sa.String(16)),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    for name, columns in (
        ("mentor", ["mentor_id"]),
        ("mentee", ["mentee_id"]),
        ("mentor_organisation", ["mentor_organisation_id", "ended_at"]),
        ("mentee_organisation", ["mentee_organisation_id", "ended_at"]),
        ("look", ["look_at", "mentor_id"]),
    ):
        op.create_index(f"ix_mentoring_turns_{name}", "mentoring_turns", columns)


def _keys() -> None:
    op.create_table(
        "mentoring_keys",
        sa.Column("id", ID, primary_key=True),
        sa.Column("turn_id", ID, sa.ForeignKey("mentoring_turns.id"), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("wrapped", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mentoring_keys_person_id", "mentoring_keys", ["person_id"])
    op.create_index("uq_mentoring_keys", "mentoring_keys", ["turn_id", "person_id"], unique=True)


def _texts() -> None:
    op.create_table(
        "mentoring_texts",
        sa.Column("id", ID, primary_key=True),
        sa.Column("turn_id", ID, sa.ForeignKey("mentoring_turns.id"), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("about", sa.String(64), nullable=False),
        sa.Column("seen", sa.String(16), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mentoring_texts_person_id", "mentoring_texts", ["person_id"])
    op.create_index(
        "uq_mentoring_texts",
        "mentoring_texts",
        ["turn_id", "person_id", "kind", "about"],
        unique=True,
    )
