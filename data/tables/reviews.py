"""What each person remembers of each question."""

from sqlalchemy import Column, Double, ForeignKey, Index, Integer, String, Table

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

reviews = Table(
    "reviews",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("question", String(200), primary_key=True),
    Column("stability", Double, nullable=False),
    Column("difficulty", Double, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("ix_reviews_due", "person_id", "due_at"),
    info=personal(
        purpose="to ask again on the right day",
        retention="until erased",
        erasure=Erasure.DELETE,
    ),
)

review_log = Table(
    "review_log",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("question", String(200), nullable=False),
    Column("rating", String(8), nullable=False),
    Column("confidence", String(8)),
    Column("at", Instant, nullable=False),
    sqlite_autoincrement=True,
    info=personal(
        purpose="the history from which every schedule can be computed again",
        retention="until erased",
        erasure=Erasure.DELETE,
    ),
)
