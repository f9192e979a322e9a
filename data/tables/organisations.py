"""Municipalities, their departments, and the codes that let people in."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Time,
    UniqueConstraint,
)

from data.tables.columns import Id, Instant, Weekdays
from data.tables.metadata import Erasure, metadata, personal

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
    Column("daily_budget", Integer, nullable=False, server_default="2"),
    sqlite_autoincrement=True,
)

departments = Table(
    "departments",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("name", String(200), nullable=False),
    UniqueConstraint("organisation_id", "name"),
    sqlite_autoincrement=True,
)

sheets = Table(
    "sheets",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("department_id", ForeignKey("departments.id")),
    Column("kind", String(8), nullable=False),
    Column("role", String(16), nullable=False),
    Column("channel", String(64)),
    Column("number", Integer),
    Column("made_by", ForeignKey("persons.id"), index=True),
    Column("made_at", Instant),
    Column("expires_at", Instant),
    Column("revoked", Boolean, nullable=False),
    Column("roster", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("ix_sheets_organisation", "organisation_id", "id"),
    sqlite_autoincrement=True,
    info=personal(
        purpose="to know which codes were made for whom, and by which coordinator",
        retention="who made it: 13 months",
        erasure=Erasure.CUT,
    ),
)

enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(64), nullable=False, unique=True),
    Column("kind", String(8), nullable=False),
    Column("sheet_id", ForeignKey("sheets.id"), index=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("department_id", ForeignKey("departments.id")),
    Column("role", String(16), nullable=False),
    Column("channel", String(64)),
    Column("uses_left", Integer),
    Column("used", Integer, nullable=False),
    Column("expires_at", Instant),
    Column("revoked", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

reaches = Table(
    "reaches",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("code_id", ForeignKey("enrolment_codes.id"), primary_key=True),
    Column("at", Instant, nullable=False),
    info=personal(
        purpose="to count each person once who came by a leaflet, a poster or a seminar",
        retention="until erased",
        erasure=Erasure.KEEP_COUNTED,
    ),
)
