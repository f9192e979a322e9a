"""Updates on their way (promise 1), and the message that each chat is looking at."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    String,
    Table,
    Text,
    literal_column,
)

from data.tables.columns import Id
from data.tables.metadata import Erasure, metadata, personal

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", Id, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    # Machine time, seconds since 1970.
    Column("taken_at", Double, nullable=False),
    Column("source", JSON(none_as_null=True)),
    Column("body", Text),
    Column("outcome", Text),
    Column("error_id", String(64)),
    Index("ix_inbox_taken_at", "taken_at", "update_id"),
    info=personal(
        purpose="to apply and answer every update once, also after a crash",
        retention="the body until it is applied, the row 48 hours; set aside: sealed, 7 days",
        erasure=Erasure.DELETE,
    ),
)

# Literals, because SQLite leaves a partial index alone when it meets a bind parameter.
is_taken = inbox.c.state == literal_column("'taken'")
is_applied = inbox.c.state == literal_column("'applied'")
Index("ix_inbox_taken", inbox.c.update_id, sqlite_where=is_taken, postgresql_where=is_taken)
Index("ix_inbox_applied", inbox.c.update_id, sqlite_where=is_applied, postgresql_where=is_applied)

live_messages = Table(
    "live_messages",
    metadata,
    Column("chat_id", Id, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, nullable=False),
    Column("has_media", Boolean, nullable=False),
    # The buttons it shows, so that one may be typed: callback_data and a mark of the label.
    Column("buttons", Text, nullable=False, server_default=""),
    info=personal(
        purpose="to edit the message that a chat is looking at, and to read a typed button",
        retention="until erased",
        erasure=Erasure.DELETE,
    ),
)
