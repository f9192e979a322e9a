"""Who did what to whom, and when."""

from sqlalchemy import Column, ForeignKey, Index, String, Table

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

audit_log = Table(
    "audit_log",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("deed", String(32), nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Column("by_id", ForeignKey("persons.id"), index=True),
    Column("about_id", ForeignKey("persons.id"), index=True),
    Column("thing_id", Id),
    Column("role", String(16)),
    Index("ix_audit_log_organisation", "organisation_id", "id"),
    sqlite_autoincrement=True,
    info=personal(
        purpose="so that an owner can see who changed codes, roles and memberships",
        retention="13 months",
        erasure=Erasure.CUT,
    ),
)
