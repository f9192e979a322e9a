"""Ask what people need: rounds, drafts, answers, and everybody's own path"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.add_column("enrolments", sa.Column("path", sa.JSON))
    _rounds()
    _drafts()
    _answers()


def downgrade() -> None:
    for table in (
        "needs_unlinked",
        "needs_answers",
        "needs_answered",
        "needs_drafts",
        "needs_rounds",
    ):
        op.drop_table(table)
    op.drop_column("enrolments", "path")


def _rounds() -> None:
    op.create_table(
        "needs_rounds",
        sa.Column("id", ID, primary_key=True),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("definition", sa.String(64), nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("departments", sa.JSON, nullable=False),
        sa.Column("opens_at", INSTANT),
        sa.Column("closes_at", INSTANT),
        sa.Column("launched_at", INSTANT),
        sa.Column("closed_at", INSTANT),
        sa.Column("made_by", ID, sa.ForeignKey("persons.id")),
        sa.Column("reminders", sa.Integer, nullable=False),
        sa.Column("reminded_at", INSTANT),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_needs_rounds_organisation", "needs_rounds", ["organisation_id", "id"])
    op.create_index("ix_needs_rounds_made_by", "needs_rounds", ["made_by"])


def _drafts() -> None:
    op.create_table(
        "needs_drafts",
        sa.Column("id", ID, primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False, unique=True),
        sa.Column("round_id", ID, sa.ForeignKey("needs_rounds.id")),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("wave", sa.String(8), nullable=False),
        sa.Column("definition", sa.String(64), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("at", sa.String(200)),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("touched_at", INSTANT, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )


def _answers() -> None:
    op.create_table(
        "needs_answered",
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("round_id", ID, sa.ForeignKey("needs_rounds.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "needs_answers",
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("wave", sa.String(8), primary_key=True),
        sa.Column("round_id", ID, sa.ForeignKey("needs_rounds.id")),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("definition", sa.String(64), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("sent_at", INSTANT, nullable=False),
    )
    op.create_index("ix_needs_answers_round_id", "needs_answers", ["round_id"])
    op.create_table(
        "needs_unlinked",
        sa.Column("round_id", ID, sa.ForeignKey("needs_rounds.id"), primary_key=True),
        sa.Column("key", sa.String(32), primary_key=True),
        sa.Column("answers", sa.JSON, nullable=False),
        sqlite_with_rowid=False,
    )
