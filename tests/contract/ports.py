"""Checked by mypy: SQL and memory both keep the ports of the core."""

from data.engine import Database
from learning.inbox import Inbox
from learning.pushes.ports import Outbox
from learning.unit import Store
from tests.contract.memory.database import MemoryDatabase


def stores(sql: Database, memory: MemoryDatabase) -> tuple[Store, Store]:
    return sql, memory


def inboxes(sql: Database, memory: MemoryDatabase) -> tuple[Inbox, Inbox]:
    return sql.inbox, memory.inbox


def outboxes(sql: Database, memory: MemoryDatabase) -> tuple[Outbox, Outbox]:
    return sql.outbox, memory.outbox
