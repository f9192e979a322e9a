"""The ledger as delivery works on it: claims with leases, and what became of each send.

Machine time (leases, waits) is the database's own, so several workers agree on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Double,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Engine
from data.tables.columns import machine_now
from data.tables.people import persons
from data.tables.pushes import (
    bot_pause,
    bot_turns,
    is_being_sent,
    is_due,
    is_held,
    push_holds,
    pushes,
)
from learning.ask import Conflict
from learning.pushes.model import ClaimedPush, PushKind, PushState, SkipReason

_in_seconds = machine_now() + bindparam("seconds")
_is_free = and_(
    or_(pushes.c.lease_until.is_(None), pushes.c.lease_until <= machine_now()),
    or_(pushes.c.not_before.is_(None), pushes.c.not_before <= machine_now()),
)

# A worker died between the mark and the answer: nobody knows whether it arrived (promise 2).
_GIVE_UP_ON_LOST = (
    update(pushes)
    .where(is_being_sent)
    .where(pushes.c.lease_until <= machine_now())
    .values(state=PushState.UNCERTAIN, settled_at=bindparam("now"), sending=False)
)
# In order for each person, whoever works on it. What waits after a failure holds nobody up.
_older = pushes.alias("older")
_is_next = ~exists().where(
    _older.c.person_id == pushes.c.person_id,
    _older.c.state == literal_column("'due'"),
    _older.c.due_at <= bindparam("now"),
    tuple_(_older.c.due_at, _older.c.id) < tuple_(pushes.c.due_at, pushes.c.id),
    or_(_older.c.not_before.is_(None), _older.c.not_before <= machine_now()),
    ~exists().where(push_holds.c.kind == _older.c.kind, push_holds.c.occasion == _older.c.occasion),
)
_free = (
    select(pushes.c.id)
    .where(is_due, pushes.c.due_at <= bindparam("now"), _is_free, ~is_held, _is_next)
    .order_by(pushes.c.due_at, pushes.c.id)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .cte("free")
)
_CLAIM = (
    update(pushes)
    .where(pushes.c.id.in_(select(_free.c.id)))
    .values(worker=bindparam("claimer"), lease_until=_in_seconds)
    .returning(
        pushes.c.id,
        pushes.c.person_id,
        pushes.c.kind,
        pushes.c.occasion,
        pushes.c.due_at,
        pushes.c.attempts,
        select(persons.c.telegram_id)
        .where(persons.c.id == pushes.c.person_id)
        .scalar_subquery()
        .label("telegram_id"),
    )
)
_this = pushes.c.id == bindparam("this_id")
_RENEW = (
    update(pushes)
    .where(_this, is_due, pushes.c.worker == bindparam("holder"))
    .values(lease_until=_in_seconds)
)
_BEGIN_SEND = (
    update(pushes)
    .where(_this, is_due, pushes.c.sending.is_(False), pushes.c.lease_until > machine_now())
    .where(~is_held)
    .values(sending=True)
)
# What is known for sure later on also settles a row that was given up on.
_SETTLE = (
    update(pushes)
    .where(_this, pushes.c.state.in_([PushState.DUE, PushState.UNCERTAIN]))
    .values(sending=False, worker=None, lease_until=None)
)
_POSTPONE = (
    update(pushes)
    .where(_this, is_due)
    .values(
        attempts=pushes.c.attempts + 1,
        not_before=_in_seconds,
        sending=False,
        worker=None,
        lease_until=None,
    )
)
_DUE_BY_NOW = (
    select(func.count().label("number"), func.min(pushes.c.due_at).label("oldest"))
    .select_from(pushes)
    .where(is_due, pushes.c.due_at <= bindparam("now"), ~is_held)
)
_add_pause = insert_or(bot_pause).values(id=1, until=_in_seconds)
_PAUSE = _add_pause.on_conflict_do_update(
    index_elements=["id"],
    set_={"until": _add_pause.excluded.until},
    where=bot_pause.c.until < _add_pause.excluded.until,
)
_PAUSE_LEFT = select((bot_pause.c.until - machine_now()).label("seconds"))
_add_turns = insert_or(bot_turns).values(
    id=1, taken_until=machine_now() + bindparam("seconds", type_=Double)
)
_earliest = machine_now() - bindparam("late", type_=Double)
_TAKE_TURNS = _add_turns.on_conflict_do_update(
    index_elements=["id"],
    set_={
        "taken_until": case(
            (bot_turns.c.taken_until < _earliest, _earliest), else_=bot_turns.c.taken_until
        )
        + bindparam("seconds", type_=Double)
    },
).returning((bot_turns.c.taken_until - machine_now()).label("seconds"))


@dataclass(frozen=True, slots=True)
class SqlOutbox:
    engine: Engine

    async def claim(
        self, worker: str, now: datetime, limit: int, lease_seconds: float
    ) -> Sequence[ClaimedPush]:
        values = {"claimer": worker, "now": now, "at_most": limit, "seconds": lease_seconds}
        async with self.engine.writing() as session:
            await session.run(_GIVE_UP_ON_LOST, {"now": now})
            rows = await session.rows(_CLAIM, values)
        claimed = [
            ClaimedPush(
                id=row.id,
                person_id=row.person_id,
                telegram_id=row.telegram_id,
                kind=PushKind(row.kind),
                occasion=row.occasion,
                due_at=row.due_at,
                attempts=row.attempts,
            )
            for row in rows
        ]
        return sorted(claimed, key=lambda push: (push.due_at, push.id))

    async def renew(self, worker: str, ids: Sequence[int], lease_seconds: float) -> None:
        if ids:
            async with self.engine.writing() as session:
                await session.run(
                    _RENEW,
                    [{"this_id": id, "holder": worker, "seconds": lease_seconds} for id in ids],
                )

    async def begin_send(self, id: int) -> None:
        """Raises Conflict when the lease has ended or somebody else sends it already."""
        async with self.engine.writing() as session:
            if not await session.run(_BEGIN_SEND, {"this_id": id}):
                raise Conflict

    async def sent(self, id: int, message_id: int, at: datetime) -> None:
        await self._settle(id, PushState.SENT, at, message_id=message_id)

    async def skipped(self, id: int, reason: SkipReason, at: datetime) -> None:
        await self._settle(id, PushState.SKIPPED, at, reason=reason)

    async def failed(self, id: int, reason: str, at: datetime) -> None:
        await self._settle(id, PushState.FAILED, at, reason=reason)

    async def uncertain(self, id: int, at: datetime) -> None:
        await self._settle(id, PushState.UNCERTAIN, at)

    async def postpone(self, id: int, not_before_seconds: float) -> None:
        async with self.engine.writing() as session:
            await session.run(_POSTPONE, {"this_id": id, "seconds": not_before_seconds})

    async def count_due(self, now: datetime) -> int:
        async with self.engine.reading() as session:
            return int((await session.one(_DUE_BY_NOW, {"now": now})).number)

    async def oldest_due(self, now: datetime) -> datetime | None:
        async with self.engine.reading() as session:
            oldest: datetime | None = (await session.one(_DUE_BY_NOW, {"now": now})).oldest
            return oldest

    async def pause_bot(self, seconds: float) -> None:
        async with self.engine.writing() as session:
            await session.run(_PAUSE, {"seconds": seconds})

    async def pause_left(self) -> float:
        async with self.engine.reading() as session:
            row = await session.row(_PAUSE_LEFT)
        return max(0.0, row.seconds) if row else 0.0

    async def take_turns(self, seconds: float, late: float) -> float:
        async with self.engine.writing() as session:
            row = await session.one(_TAKE_TURNS, {"seconds": seconds, "late": late})
        return float(row.seconds) - seconds

    async def _settle(self, id: int, state: PushState, at: datetime, **more: Any) -> None:
        async with self.engine.writing() as session:
            await session.run(_SETTLE, {"this_id": id, "state": state, "settled_at": at, **more})
