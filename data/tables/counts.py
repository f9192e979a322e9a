"""Which choices people make, counted without people; and who has said how useful something was."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table

from data.tables.metadata import Erasure, metadata, personal

# `waiting` is counted and not shown yet, see learning/counts.
choice_counts = Table(
    "choice_counts",
    metadata,
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
    Column("about", String(200), primary_key=True),
    Column("choice", String(64), primary_key=True),
    Column("shown", Integer, nullable=False),
    Column("waiting", Integer, nullable=False),
)

ratings = Table(
    "ratings",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("subunit", String(200), primary_key=True),
    info=personal(
        purpose="to ask once how useful a part of the course was; the answer is only counted",
        retention="until erased",
        erasure=Erasure.DELETE,
    ),
)
