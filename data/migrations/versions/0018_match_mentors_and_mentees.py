"""Match mentors and mentees"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")
IS_PRESENT = sa.text("closed_at IS NULL")


def upgrade() -> None:
    _entries()
    _rounds()
    _proposals()


def downgrade() -> None:
    for table in ("matching_proposals", "matching_rounds", "matching_entries"):
        op.drop_table(table)


def _entries() -> None:
    name = "matching_entries"
    op.create_table(
        name,
        sa.Column("id", ID, primary_key=True),
        sa.Column("person_id", ID, sa.ForeignKey("persons.id"), nullable=False),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("side", sa.String(16), nullable=False),
        sa.Column("capacity", sa.Integer, nullable=False),
        sa.Column("languages", sa.JSON, nullable=False),
        sa.Column("sectors", sa.JSON, nullable=False),
        sa.Column("competences", sa.JSON, nullable=False),
        sa.Column("elsewhere", sa.Boolean, nullable=False),
        sa.Column("again", sa.Boolean, nullable=False),
        sa.Column("entered_at", INSTANT),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("uq_matching_entries", name, ["person_id", "side"], unique=True)
    op.create_index("ix_matching_entries_organisation", name, ["organisation_id", "side"])
    op.create_index("ix_matching_entries_elsewhere", name, ["side", "elsewhere"])


def _rounds() -> None:
    name = "matching_rounds"
    op.create_table(
        name,
        sa.Column("id", ID, primary_key=True),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("opened_by", ID, sa.ForeignKey("persons.id")),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("checked", sa.JSON, nullable=False),
        sa.Column("opened_at", INSTANT),
        sa.Column("closed_at", INSTANT),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_matching_rounds_opened_by", name, ["opened_by"])
    op.create_index(
        "uq_matching_rounds_present",
        name,
        ["organisation_id"],
        unique=True,
        sqlite_where=IS_PRESENT,
        postgresql_where=IS_PRESENT,
    )


def _proposals() -> None:
    name = "matching_proposals"
    op.create_table(
        name,
        sa.Column("id", ID, primary_key=True),
        sa.Column("round_id", ID, sa.ForeignKey("matching_rounds.id"), nullable=False),
        sa.Column("organisation_id", ID, sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("mentor_id", ID, sa.ForeignKey("persons.id")),
        sa.Column("mentee_id", ID, sa.ForeignKey("persons.id")),
        sa.Column("fit", sa.JSON, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("deadline", INSTANT),
        sa.Column("mentor_says", sa.String(16)),
        sa.Column("mentee_says", sa.String(16)),
        sa.Column("revision", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    for column in ("round_id", "mentor_id", "mentee_id"):
        op.create_index(f"ix_{name}_{column}", name, [column])
    op.create_index(f"ix_{name}_organisation", name, ["organisation_id", "made_at"])
    op.create_index(f"ix_{name}_due", name, ["state", "deadline"])
