"""Remember which days were lesson days, so that a change of days breaks no streak"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    past_days = sa.Column("past_days", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("enrolments", past_days)


def downgrade() -> None:
    op.drop_column("enrolments", "past_days")
