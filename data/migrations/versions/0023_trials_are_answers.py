"""A trial of an announcement is an answer: no row of the ledger waits for it any more"""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM pushes WHERE kind = 'announcement_trial'")


def downgrade() -> None:
    """Whoever wanted one asks again."""
