"""Municipalities, their departments, and the codes that let people in."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
)

from data.tables.columns import Id, Instant, Weekdays
from data.tables.metadata import metadata

organisations = Table(
    "organisations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("country", String(2), nullable=False),
    Column("region", String(10)),
    Column("zone", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("weekdays", Weekdays, nullable=False),
    Column("opens", Time, nullable=False),
    Column("closes", Time, nullable=False),
    Column("lesson_hour", Time, nullable=False),
    # ISO dates in one list on the row, so that an actor with its holidays is one query.
    Column("own_days_off", JSON, nullable=False),
)

departments = Table(
    "departments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("name", String(200), nullable=False),
    UniqueConstraint("organisation_id", "name"),
)

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("code", String(64), primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("department_id", ForeignKey("departments.id")),
    Column("role", String(16), nullable=False),
    Column("channel", String(64)),
    Column("uses_left", Integer),
    Column("expires_at", Instant),
    Column("revoked", Boolean, nullable=False),
)
