"""Issue certificates, count choices, and remember files that Telegram has"""

import sqlalchemy as sa
from alembic import op

from data.tables.columns import Instant

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "certificates",
        sa.Column("id", ID, nullable=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("person_id", ID),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("about", sa.String(200), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("completed_on", sa.Date, nullable=False),
        sa.Column("issued_at", Instant, nullable=False),
        sa.Column("ended", sa.String(16)),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_certificates"),
        sa.UniqueConstraint("code", name="uq_certificates_code"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name="fk_certificates_person_id_persons"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_certificates_person_id", "certificates", ["person_id"])
    op.create_table(
        "signing_keys",
        sa.Column("id", ID, nullable=False),
        sa.Column("public", sa.String(64), nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_signing_keys"),
        sa.UniqueConstraint("public", name="uq_signing_keys_public"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "choice_counts",
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("about", sa.String(200), nullable=False),
        sa.Column("choice", sa.String(64), nullable=False),
        sa.Column("shown", sa.Integer, nullable=False),
        sa.Column("waiting", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "about", "choice", name="pk_choice_counts"),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisations.id"],
            name="fk_choice_counts_organisation_id_organisations",
        ),
    )
    op.create_table(
        "ratings",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("subunit", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "subunit", name="pk_ratings"),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name="fk_ratings_person_id_persons"),
    )
    op.create_table(
        "sent_files",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("file_id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_sent_files"),
    )


def downgrade() -> None:
    for table in ("sent_files", "ratings", "choice_counts", "signing_keys", "certificates"):
        op.drop_table(table)
