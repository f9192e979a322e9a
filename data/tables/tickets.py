"""Messages to a person at the other end, and the name under which others see one."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

tickets = Table(
    "tickets",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("to", String(16), nullable=False),
    Column("content", String(200)),
    Column("opened_at", Instant, nullable=False),
    Column("state", String(16), nullable=False),
    Column("texts", Integer, nullable=False),
    Column("closed_at", Instant),
    Column("revision", Integer, nullable=False),
    Index("ix_tickets_organisation", "organisation_id", "state"),
    # Ids stand on buttons for years, so none is given twice.
    sqlite_autoincrement=True,
    info=personal(
        purpose="that a person can be asked for help, and answers",
        retention="13 months after it ended, or until erased; its words until it is closed",
        erasure=Erasure.DELETE,
    ),
)

ticket_concerns = Table(
    "ticket_concerns",
    metadata,
    Column("ticket_id", ForeignKey("tickets.id"), primary_key=True),
    # Whose concern it is.
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("receiver_id", ForeignKey("persons.id"), nullable=False, index=True),
    Column("turn_id", Id, nullable=False),
    Column("names_partner", Boolean, nullable=False),
    info=personal(
        purpose="who alone receives a concern about mentoring",
        retention="until the ticket is closed, or one of them is erased",
        erasure=Erasure.DELETE,
    ),
)

ticket_texts = Table(
    "ticket_texts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("ticket_id", ForeignKey("tickets.id"), nullable=False, index=True),
    # Whose ticket it is, also for an answer: with it go the words of both sides.
    Column("person_id", ForeignKey("persons.id"), nullable=False, index=True),
    # Who wrote it, and under whose key it is sealed; none for what was written before 0003.
    Column("author_id", ForeignKey("persons.id"), index=True),
    Column("by_staff", Boolean, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("at", Instant, nullable=False),
    sqlite_autoincrement=True,
    info=personal(
        purpose="that a person can be asked for help, and answers",
        retention="until the ticket is closed; sealed",
        erasure=Erasure.DELETE,
    ),
)

author_keys = Table(
    "author_keys",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("wrapped", Text, nullable=False),
    info=personal(
        purpose="a key for what its owner writes to others, so that it can be destroyed for good",
        retention="until erased; wrapped by the secret key",
        erasure=Erasure.DELETE,
    ),
)

display_names = Table(
    "display_names",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("sealed", Text),  # empty: the person chose to stay without a name
    info=personal(
        purpose="the name under which others see the person, who typed it for them",
        retention="until erased; sealed",
        erasure=Erasure.DELETE,
    ),
)
