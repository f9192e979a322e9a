"""One rate for all processes that deliver, and pushes in order for each person"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

IS_DUE = sa.text("state = 'due'")


def upgrade() -> None:
    op.create_table(
        "bot_turns",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("taken_until", sa.Double, nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
    )
    op.create_index(
        "ix_pushes_due_person",
        "pushes",
        ["person_id"],
        sqlite_where=IS_DUE,
        postgresql_where=IS_DUE,
    )


def downgrade() -> None:
    op.drop_index("ix_pushes_due_person", "pushes")
    op.drop_table("bot_turns")
