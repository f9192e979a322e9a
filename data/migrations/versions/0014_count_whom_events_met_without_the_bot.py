"""Count whom events met without the bot"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("events") as table:
        table.add_column(sa.Column("headcount", sa.Integer))


def downgrade() -> None:
    with op.batch_alter_table("events") as table:
        table.drop_column("headcount")
