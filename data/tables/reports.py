"""What coordinators were shown about groups, so that no two reports tell on somebody."""

from sqlalchemy import Column, Date, ForeignKey, Table, Text

from data.tables.metadata import metadata

course_reports = Table(
    "course_reports",
    metadata,
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("body", Text),  # empty: the last report stayed
)
