"""Remember what reports were shown"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "course_reports",
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("body", sa.Text),
        sa.PrimaryKeyConstraint("organisation_id", "day", name="pk_course_reports"),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name="fk_course_reports_organisation_id_organisations",
        ),
    )


def downgrade() -> None:
    op.drop_table("course_reports")
