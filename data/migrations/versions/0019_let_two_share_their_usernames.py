"""Let two share their usernames"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TABLE = "mentoring_turns"
COLUMNS = ("mentor_shares", "mentee_shares")


def upgrade() -> None:
    for name in COLUMNS:
        column = sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false())
        op.add_column(TABLE, column)


def downgrade() -> None:
    for name in COLUMNS:
        op.drop_column(TABLE, name)
