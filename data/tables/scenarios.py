"""Ways through decision scenarios."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

scenario_runs = Table(
    "scenario_runs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False),
    Column("scenario_id", String(200), nullable=False),
    Column("definition", String(64), nullable=False),
    Column("node", String(200), nullable=False),
    Column("variables", JSON, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("choice", String(200)),
    Column("path", JSON, nullable=False),
    Column("finished_at", Instant),
    Column("revision", Integer, nullable=False),
    Index("ix_scenario_runs_person_scenario", "person_id", "scenario_id"),
    sqlite_autoincrement=True,
    info=personal(
        purpose="to go on in a scenario where it was left",
        retention="13 months after it ended, or until erased",
        erasure=Erasure.DELETE,
    ),
)
