"""Announce to many, and hold what waits"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.BigInteger(), "sqlite")


def upgrade() -> None:
    op.create_index("ix_pushes_occasion", "pushes", ["occasion", "kind", "state"])
    op.create_table(
        "push_holds",
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("occasion", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("kind", "occasion", name="pk_push_holds"),
    )
    _announcements()
    _about_people()
    op.create_table(
        "saved_audiences",
        sa.Column("id", ID, nullable=False),
        _key("saved_audiences", "organisation_id", "organisations"),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_audiences"),
        sa.UniqueConstraint(
            "organisation_id", "name", name="uq_saved_audiences_organisation_id_name"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "second_looks",
        _key("second_looks", "organisation_id", "organisations"),
        sa.PrimaryKeyConstraint("organisation_id", name="pk_second_looks"),
    )


def downgrade() -> None:
    for table in (
        "second_looks",
        "saved_audiences",
        "announcement_optouts",
        "announcement_votes",
        "announcement_texts",
        "announcements",
        "push_holds",
    ):
        op.drop_table(table)
    op.drop_index("ix_pushes_occasion", "pushes")


def _key(table: str, name: str, of: str, nullable: bool = False) -> sa.Column[int]:
    key = sa.ForeignKey(f"{of}.id", name=f"fk_{table}_{name}_{of}")
    return sa.Column(name, ID, key, nullable=nullable)


def _announcements() -> None:
    op.create_table(
        "announcements",
        sa.Column("id", ID, nullable=False),
        _key("announcements", "organisation_id", "organisations"),
        _key("announcements", "made_by", "persons", nullable=True),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("form", sa.String(16), nullable=False),
        sa.Column("about", sa.BigInteger()),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("file_kind", sa.String(16)),
        sa.Column("file_id", sa.String(200)),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("timing", sa.String(16), nullable=False),
        sa.Column("at", INSTANT),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("repeats", sa.Boolean(), nullable=False),
        sa.Column("awaited", sa.String(32)),
        sa.Column("begins_at", INSTANT),
        sa.Column("until", INSTANT),
        sa.Column("reached", sa.BigInteger(), nullable=False),
        sa.Column("spread", sa.Boolean(), nullable=False),
        sa.Column("finished_at", INSTANT),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_announcements"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_announcements_organisation", "announcements", ["organisation_id", "id"])
    op.create_index("ix_announcements_made_by", "announcements", ["made_by"])
    op.create_table(
        "announcement_texts",
        _key("announcement_texts", "announcement_id", "announcements"),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("announcement_id", "language", name="pk_announcement_texts"),
    )


def _about_people() -> None:
    op.create_table(
        "announcement_votes",
        _key("announcement_votes", "person_id", "persons"),
        _key("announcement_votes", "announcement_id", "announcements"),
        sa.Column("option", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("person_id", "announcement_id", name="pk_announcement_votes"),
    )
    op.create_table(
        "announcement_optouts",
        _key("announcement_optouts", "person_id", "persons"),
        sa.Column("at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name="pk_announcement_optouts"),
    )
