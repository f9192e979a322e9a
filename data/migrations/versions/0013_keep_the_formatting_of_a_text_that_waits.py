"""Keep the formatting of a text that waits"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("held_texts") as table:
        table.add_column(sa.Column("marks", sa.Text))


def downgrade() -> None:
    with op.batch_alter_table("held_texts") as table:
        table.drop_column("marks")
