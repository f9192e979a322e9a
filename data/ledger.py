"""The ledger inside a transaction of the core: a push is written with what made it due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.pushes import is_due, pushes
from learning.pushes.model import NewPush, PushKind, PushState

# Two reasons: the occasion is written already, or the person's last lesson still waits.
_ADD = insert_or(pushes).on_conflict_do_nothing()
_others = and_(pushes.c.person_id == bindparam("of_person"), pushes.c.id != bindparam("this_id"))
_MAY_ARRIVE = (PushState.DUE, PushState.SENT, PushState.UNCERTAIN)
_SPENT = (
    select(func.count().label("number"))
    .where(_others, pushes.c.budget_day == bindparam("that_day"))
    .where(pushes.c.state.in_(_MAY_ARRIVE))
)
_WAITING = select(pushes.c.kind).where(
    _others, is_due, pushes.c.due_at <= bindparam("now"), pushes.c.budget_day.is_(None)
)
_this = pushes.c.id == bindparam("this_id")
_SPEND = update(pushes).where(_this)
_PUT_OFF = (
    update(pushes)
    .where(_this, is_due)
    .values(sending=False, worker=None, lease_until=None, budget_day=None)
)


@dataclass(frozen=True, slots=True)
class SqlPushes:
    session: Session

    async def add(self, pushes: Sequence[NewPush]) -> None:
        if pushes:
            await self.session.run(_ADD, [_plain(push) for push in pushes])

    async def spent(self, person_id: int, day: date, but: int) -> int:
        wish = {"of_person": person_id, "that_day": day, "this_id": but}
        return int((await self.session.one(_SPENT, wish)).number)

    async def waiting(self, person_id: int, now: datetime, but: int) -> Sequence[PushKind]:
        wish = {"of_person": person_id, "now": now, "this_id": but}
        return [PushKind(row.kind) for row in await self.session.rows(_WAITING, wish)]

    async def spend(self, id: int, day: date) -> None:
        await self.session.run(_SPEND, {"this_id": id, "budget_day": day})

    async def put_off(self, id: int, until: datetime) -> None:
        await self.session.run(_PUT_OFF, {"this_id": id, "due_at": until})


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
