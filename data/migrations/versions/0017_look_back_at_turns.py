"""Look back at turns, and keep the good practices that come of them"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    _evaluations()
    _practices()


def downgrade() -> None:
    for table in ("mentoring_practices", "mentoring_evaluations"):
        op.drop_table(table)


def _evaluations() -> None:
    name = "mentoring_evaluations"
    op.create_table(
        name,
        sa.Column("id", ID, primary_key=True),
        sa.Column("turn_id", ID, sa.ForeignKey("mentoring_turns.id"), nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("ratings", sa.JSON, nullable=False),
        sa.Column("seen", sa.String(16)),
        sa.Column("sent_at", INSTANT),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(f"ix_{name}_person_id", name, ["person_id"])
    op.create_index(f"ix_{name}_sent_at", name, ["sent_at"])
    op.create_index(f"uq_{name}", name, ["turn_id", "person_id"], unique=True)


def _practices() -> None:
    name = "mentoring_practices"
    op.create_table(
        name,
        sa.Column("id", ID, primary_key=True),
        sa.Column("turn", ID, nullable=False),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("language", sa.String(16), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("released_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(f"uq_{name}", name, ["person_id", "turn"], unique=True)
    op.create_index(f"ix_{name}_state", name, ["organisation_id", "state", "released_at"])
