"""Days of job shadowing, and how far each side has written about them"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    _days()
    _notes()


def downgrade() -> None:
    for table in ("mentoring_shadowing_notes", "mentoring_shadowing_days"):
        op.drop_table(table)


def _days() -> None:
    name = "mentoring_shadowing_days"
    op.create_table(
        name,
        sa.Column("id", ID, primary_key=True),
        sa.Column("turn_id", ID, sa.ForeignKey("mentoring_turns.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("mentor_id", ID, sa.ForeignKey("persons.id")),
        sa.Column("mentee_id", ID, sa.ForeignKey("persons.id")),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("by", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("draft", sa.JSON),
        sa.Column("agreed", sa.JSON),
        sa.Column("mentor_ticks", sa.JSON, nullable=False),
        sa.Column("mentee_ticks", sa.JSON, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("told", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    for person in ("mentor_id", "mentee_id"):
        op.create_index(f"ix_{name}_{person}", name, [person])
    op.create_index(f"uq_{name}", name, ["turn_id", "number"], unique=True)


def _notes() -> None:
    name = "mentoring_shadowing_notes"
    op.create_table(
        name,
        sa.Column("id", ID, primary_key=True),
        sa.Column("day_id", ID, sa.ForeignKey("mentoring_shadowing_days.id"), nullable=False),
        sa.Column("turn_id", ID, sa.ForeignKey("mentoring_turns.id"), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("part", sa.String(16), nullable=False),
        sa.Column("answered", sa.Integer, nullable=False),
        sa.Column("seen", sa.String(16)),
        sa.Column("tries", sa.Boolean, nullable=False),
        sa.Column("by_when", sa.Date),
        sa.Column("done_at", INSTANT),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    for column in ("turn_id", "person_id"):
        op.create_index(f"ix_{name}_{column}", name, [column])
    op.create_index(f"uq_{name}", name, ["day_id", "person_id", "part"], unique=True)
