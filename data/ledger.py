"""The ledger inside a transaction of the core: a push is written with what made it due."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.pushes import pushes
from learning.pushes.model import NewPush, PushState

_ADD = insert_or(pushes).on_conflict_do_nothing(index_elements=["person_id", "kind", "occasion"])


@dataclass(frozen=True, slots=True)
class SqlPushes:
    session: Session

    async def add(self, pushes: Sequence[NewPush]) -> None:
        if pushes:
            await self.session.run(_ADD, [_plain(push) for push in pushes])


def _plain(push: NewPush) -> dict[str, object]:
    return {
        "person_id": push.person_id,
        "kind": push.kind,
        "occasion": push.occasion,
        "due_at": push.due_at,
        "state": PushState.DUE,
        "attempts": 0,
        "sending": False,
    }
