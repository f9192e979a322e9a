"""Let an organisation say how many messages a day"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("daily_budget", sa.Integer, nullable=False, server_default="2")
    op.add_column("organisations", column)


def downgrade() -> None:
    op.drop_column("organisations", "daily_budget")
