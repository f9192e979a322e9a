"""Freeze the tables of a round of the needs analysis"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "needs_reports",
        sa.Column(
            "round_id", ID, sa.ForeignKey("needs_rounds.id"), primary_key=True, autoincrement=False
        ),
        sa.Column("body", sa.Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("needs_reports")
