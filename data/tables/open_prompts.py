"""Which prompts wait for a typed text, what messages show them, and texts in doubt."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table, Text

from data.tables.columns import Id, Instant
from data.tables.metadata import Erasure, metadata, personal

focuses = Table(
    "focuses",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("prompt", String(16), primary_key=True),
    # 0 where one of a kind replaces the other, the target where there may be several.
    Column("slot", Id, primary_key=True, autoincrement=False),
    Column("target_id", BigInteger, nullable=False),
    Column("turn", Integer, nullable=False),  # the highest is in focus
    info=personal(
        purpose="to know which open prompt a typed text belongs to",
        retention="while a prompt is open",
        erasure=Erasure.DELETE,
    ),
)

prompt_messages = Table(
    "prompt_messages",
    metadata,
    Column("chat_id", Id, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("prompt", String(16), nullable=False),
    Column("target_id", BigInteger, nullable=False),
    Column("revision", Integer, nullable=False),
    info=personal(
        purpose="to know what a reply to a message is meant for",
        retention="while the message shows its prompt",
        erasure=Erasure.DELETE,
    ),
)

held_texts = Table(
    "held_texts",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("persons.id"), nullable=False, unique=True),
    Column("sealed", Text, nullable=False),
    Column("marks", Text),  # its formatting, sealed, where it has any
    Column("at", Instant, nullable=False),
    info=personal(
        purpose="to ask which of two prompts a text was meant for",
        retention="until the person says so, at most a day; sealed",
        erasure=Erasure.DELETE,
    ),
)

conversations = Table(
    "conversations",
    metadata,
    Column("person_id", ForeignKey("persons.id"), primary_key=True),
    Column("revision", BigInteger, nullable=False),
    Column("sealed", Text),  # empty: no talk is open, and only misses are counted
    Column("misses", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    info=personal(
        purpose="to go on with a talk of several turns, such as another hour for lessons",
        retention="until the talk is over, at most a day; values only, sealed",
        erasure=Erasure.DELETE,
    ),
)
