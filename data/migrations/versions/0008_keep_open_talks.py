"""Keep open talks, and the buttons that a chat is looking at"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "conversations",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.Text()),
        sa.Column("misses", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_conversations"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name="fk_conversations_person_id_persons"
        ),
    )
    op.add_column(
        "live_messages", sa.Column("buttons", sa.Text(), nullable=False, server_default="")
    )


def downgrade() -> None:
    op.drop_column("live_messages", "buttons")
    op.drop_table("conversations")
