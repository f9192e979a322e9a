"""Agreements of pairs, and their check-ins"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    _agreements()
    _check_ins()


def downgrade() -> None:
    for table in ("mentoring_check_ins", "mentoring_agreements"):
        op.drop_table(table)


def _agreements() -> None:
    op.create_table(
        "mentoring_agreements",
        sa.Column("id", ID, primary_key=True),
        sa.Column("turn_id", ID, sa.ForeignKey("mentoring_turns.id"), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("by", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("weeks", sa.Integer, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("confidentiality", sa.String(16), nullable=False),
        sa.Column("ending", sa.String(16), nullable=False),
        sa.Column("awaited", sa.String(16)),
        sa.Column("agreed_at", INSTANT),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mentoring_agreements_turn_id", "mentoring_agreements", ["turn_id"])
    op.create_index("ix_mentoring_agreements_person_id", "mentoring_agreements", ["person_id"])


def _check_ins() -> None:
    op.create_table(
        "mentoring_check_ins",
        sa.Column("id", ID, primary_key=True),
        sa.Column("turn_id", ID, sa.ForeignKey("mentoring_turns.id"), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("due_on", sa.Date, nullable=False),
        sa.Column("question", sa.String(16), nullable=False),
        sa.Column("asks_fit", sa.Boolean, nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("result", sa.String(16)),
        sa.Column("rating", sa.Integer),
        sa.Column("seen", sa.String(16)),
        sa.Column("fit", sa.String(16)),
        sa.Column("answered_at", INSTANT),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mentoring_check_ins_person_id", "mentoring_check_ins", ["person_id"])
    op.create_index(
        "uq_mentoring_check_ins",
        "mentoring_check_ins",
        ["turn_id", "person_id", "due_on"],
        unique=True,
    )
