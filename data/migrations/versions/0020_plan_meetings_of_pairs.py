"""Plan meetings of pairs"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    _meetings()
    _answers()


def downgrade() -> None:
    for table in ("mentoring_meeting_answers", "mentoring_meetings"):
        op.drop_table(table)


def _meetings() -> None:
    name = "mentoring_meetings"
    op.create_table(
        name,
        sa.Column("id", ID, primary_key=True),
        sa.Column("turn_id", ID, sa.ForeignKey("mentoring_turns.id"), nullable=False),
        sa.Column("mentor_id", ID, sa.ForeignKey("persons.id")),
        sa.Column("mentee_id", ID, sa.ForeignKey("persons.id")),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("by", sa.String(16)),
        sa.Column("slots", sa.JSON, nullable=False),
        sa.Column("sent", sa.Boolean, nullable=False),
        sa.Column("starts_at", INSTANT),
        sa.Column("off", sa.Boolean, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(f"ix_{name}_turn_id", name, ["turn_id"])
    op.create_index(f"ix_{name}_mentor", name, ["mentor_id", "starts_at"])
    op.create_index(f"ix_{name}_mentee", name, ["mentee_id", "starts_at"])


def _answers() -> None:
    name = "mentoring_meeting_answers"
    op.create_table(
        name,
        sa.Column("meeting_id", ID, sa.ForeignKey("mentoring_meetings.id"), primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), primary_key=True),
        sa.Column("met", sa.String(16), nullable=False),
        sa.Column("fit", sa.String(16)),
        sa.Column("at", INSTANT, nullable=False),
    )
    op.create_index(f"ix_{name}_person_id", name, ["person_id"])
