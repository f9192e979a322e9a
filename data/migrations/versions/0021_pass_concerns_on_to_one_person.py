"""Pass concerns on to one person"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TABLE = "ticket_concerns"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("ticket_id", ID, sa.ForeignKey("tickets.id"), primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("receiver_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("turn_id", ID, nullable=False),
        sa.Column("names_partner", sa.Boolean, nullable=False),
    )
    for name in ("person_id", "receiver_id"):
        op.create_index(f"ix_{TABLE}_{name}", TABLE, [name])


def downgrade() -> None:
    op.drop_table(TABLE)
