"""Give authors keys of their own, and no id twice

Ids stand on buttons for years. SQLite would give the highest one again after its row is deleted;
PostgreSQL never does.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
COUNTED = (
    "organisations",
    "departments",
    "sheets",
    "enrolment_codes",
    "persons",
    "memberships",
    "audit_log",
    "sittings",
    "scenario_runs",
    "review_log",
    "pushes",
    "ticket_texts",
)


def upgrade() -> None:
    op.create_table(
        "author_keys",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("wrapped", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_author_keys"),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name="fk_author_keys_person_id_persons"
        ),
    )
    author = sa.ForeignKey("persons.id", name="fk_ticket_texts_author_id_persons")
    with op.batch_alter_table("ticket_texts") as texts:
        texts.add_column(sa.Column("author_id", ID, author))
    op.create_index("ix_ticket_texts_author_id", "ticket_texts", ["author_id"])
    _count_ids(once=True)


def downgrade() -> None:
    _count_ids(once=False)
    op.drop_index("ix_ticket_texts_author_id", "ticket_texts")
    with op.batch_alter_table("ticket_texts") as texts:
        texts.drop_constraint("fk_ticket_texts_author_id_persons", type_="foreignkey")
        texts.drop_column("author_id")
    op.drop_table("author_keys")


def _count_ids(*, once: bool) -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in COUNTED:
            options = {"sqlite_autoincrement": once}
            with op.batch_alter_table(table, recreate="always", table_kwargs=options):
                pass
