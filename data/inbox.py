"""Updates on their way: taken → applied → answered (promise 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, and_, bindparam, case, delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data import outcomes
from data.sealing import Sealer
from data.session import Engine, Session
from data.tables.columns import machine_now
from data.tables.talk import inbox, is_applied, is_taken
from learning.inbox import NewUpdate, SetAside, Source, Taken, Unanswered, Unreadable

HOUR = 3600.0
DAY = 24 * HOUR

_this = inbox.c.update_id == bindparam("this_update")
_TAKE = (
    insert_or(inbox)
    .values(state="taken", attempts=0, taken_at=machine_now())
    .on_conflict_do_nothing(index_elements=["update_id"])
    .returning(inbox.c.update_id)
)
_TAKE_UNREADABLE = (
    insert_or(inbox)
    .values(state="applied", attempts=0, taken_at=machine_now())
    .on_conflict_do_nothing(index_elements=["update_id"])
    .returning(inbox.c.update_id)
)
_TAKEN = (
    select(inbox.c.update_id, inbox.c.lane, inbox.c.body, inbox.c.attempts)
    .where(is_taken)
    .order_by(inbox.c.update_id)
)
_UNANSWERED = (
    select(inbox.c.update_id, inbox.c.lane, inbox.c.source, inbox.c.outcome)
    .where(is_applied)
    .order_by(inbox.c.update_id)
)
_APPLY = update(inbox).where(_this, is_taken).values(state="applied", body=None)
_FAIL = (
    update(inbox)
    .where(_this, is_taken)
    .values(attempts=inbox.c.attempts + 1)
    .returning(inbox.c.attempts)
)
_TO_SET_ASIDE = (
    select(inbox.c.lane, inbox.c.source, inbox.c.body).where(_this, is_taken).with_for_update()
)
# Set aside is what was answered with an apology; until then it is owed like any answer.
_SET_ASIDE = update(inbox).where(_this, is_taken).values(state="applied")
_is_aside = inbox.c.error_id.is_not(None)
_ANSWER = (
    update(inbox)
    .where(inbox.c.update_id.in_(bindparam("update_ids", expanding=True)), is_applied)
    .values(
        state=case((_is_aside, "set_aside"), else_="answered"),
        outcome=None,
        source=None,
    )
)
_PRUNE = delete(inbox).where(
    or_(
        and_(
            inbox.c.taken_at < machine_now() - bindparam("keep_seconds"),
            inbox.c.state == "answered",
        ),
        and_(inbox.c.taken_at < machine_now() - 7 * DAY, _is_aside),
    )
)


@dataclass(frozen=True, slots=True)
class SqlApplied:
    """The inbox inside a transaction of the core."""

    session: Session

    async def mark_applied(self, update_id: int, outcome: object) -> bool:
        values = {"this_update": update_id, "outcome": outcomes.encode(outcome)}
        return await self.session.run(_APPLY, values) == 1


@dataclass(frozen=True, slots=True)
class SqlInbox:
    """The inbox as intake and delivery work on it."""

    engine: Engine
    sealer: Sealer

    async def take(self, updates: Sequence[NewUpdate]) -> Sequence[int]:
        if not updates:
            return []
        async with self.engine.writing() as session:
            rows = await session.rows(_TAKE, [_plain(new) for new in updates])
        return sorted(row.update_id for row in rows)

    async def taken(self) -> Sequence[Taken]:
        async with self.engine.reading() as session:
            rows = await session.rows(_TAKEN)
        return [Taken(row.update_id, row.lane, row.body, row.attempts) for row in rows]

    async def unanswered(self) -> Sequence[Unanswered]:
        async with self.engine.reading() as session:
            rows = await session.rows(_UNANSWERED)
        return [
            Unanswered(row.update_id, row.lane, _source(row), _outcome(row.outcome)) for row in rows
        ]

    async def failed(self, update_id: int) -> int:
        async with self.engine.writing() as session:
            row = await session.row(_FAIL, {"this_update": update_id})
        return row.attempts if row else 0

    async def set_aside(self, update_id: int, error_id: str) -> Unanswered | None:
        this = {"this_update": update_id}
        async with self.engine.writing() as session:
            row = await session.row(_TO_SET_ASIDE, this)
            if row is None:
                return None
            await session.run(_SET_ASIDE, {**this, **self._aside(row.body, error_id)})
        return Unanswered(update_id, row.lane, _source(row), SetAside(error_id))

    async def take_unreadable(self, updates: Sequence[Unreadable]) -> Sequence[int]:
        if not updates:
            return []
        values = [{**_plain(each), **self._aside(each.body, each.error_id)} for each in updates]
        async with self.engine.writing() as session:
            rows = await session.rows(_TAKE_UNREADABLE, values)
        return sorted(row.update_id for row in rows)

    def _aside(self, body: str, error_id: str) -> dict[str, str]:
        return {
            "body": self.sealer.seal(body),
            "error_id": error_id,
            "outcome": outcomes.encode(SetAside(error_id)),
        }

    async def answered(self, update_ids: Sequence[int]) -> None:
        if update_ids:
            async with self.engine.writing() as session:
                await session.run(_ANSWER, {"update_ids": list(update_ids)})

    async def prune(self, keep_hours: float) -> int:
        async with self.engine.writing() as session:
            return await session.run(_PRUNE, {"keep_seconds": keep_hours * HOUR})


def _plain(new: NewUpdate | Unreadable) -> dict[str, Any]:
    source = new.source and {
        "chat_id": new.source.chat_id,
        "language": new.source.language,
        "message_id": new.source.message_id,
        "callback_id": new.source.callback_id,
    }
    return {"update_id": new.update_id, "lane": new.lane, "body": new.body, "source": source}


def _source(row: Row[Any]) -> Source | None:
    return Source(**row.source) if row.source else None


def _outcome(text: str) -> Any:
    """None for an outcome that an earlier version stored and this one no longer has."""
    try:
        return outcomes.decode(text)
    except ValueError:
        return None
