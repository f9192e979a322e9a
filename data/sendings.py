"""The rows of one announcement in the ledger, all together."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.pushes import is_due, push_holds, pushes
from learning.announcements.ports import Got, Tally
from learning.pushes.model import PushKind, PushState, SkipReason

_MESSAGES = (PushKind.ANNOUNCEMENT, PushKind.ANNOUNCEMENT_URGENT)
_these = and_(
    pushes.c.occasion == bindparam("this_occasion"), pushes.c.kind == bindparam("this_kind")
)
TALLY = (
    select(pushes.c.state, pushes.c.reason, func.count().label("people"))
    .where(_these)
    .group_by(pushes.c.state, pushes.c.reason)
)
_ANY_DUE = select(pushes.c.id).where(_these, pushes.c.state == PushState.DUE).limit(1)
_HOLD = insert_or(push_holds).on_conflict_do_nothing()
_RELEASE = delete(push_holds).where(
    push_holds.c.occasion == bindparam("this_occasion"), push_holds.c.kind == bindparam("this_kind")
)
# Whoever held a row when it was stopped lets go of it: it need not wait for the lease's end.
_LET_GO = (
    update(pushes)
    .where(_these, is_due, pushes.c.sending.is_(False), pushes.c.worker.is_not(None))
    .values(worker=None, lease_until=None)
)
_waiting = (
    select(pushes.c.id)
    .where(_these, is_due, pushes.c.sending.is_(False))
    .limit(bindparam("at_most"))
)
_SKIP = (
    update(pushes)
    .where(pushes.c.id.in_(_waiting))
    .values(state=PushState.SKIPPED, worker=None, lease_until=None)
)
_REPEAT = (
    update(pushes)
    .where(_these, pushes.c.state == PushState.UNCERTAIN)
    .values(state=PushState.DUE, settled_at=None, worker=None, lease_until=None)
)
_was_sent = and_(
    pushes.c.occasion == bindparam("this_occasion"),
    pushes.c.kind.in_(_MESSAGES),
    pushes.c.state == PushState.SENT,
)
_GOT = select(pushes.c.message_id, pushes.c.settled_at).where(
    _was_sent, pushes.c.person_id == bindparam("of_person")
)
_GOT_BY_AGE = (
    select((pushes.c.settled_at > bindparam("since")).label("young"), func.count().label("people"))
    .where(_was_sent)
    .group_by("young")
)


@dataclass(frozen=True, slots=True)
class SqlSendings:
    session: Session

    async def tally(self, kind: PushKind, occasion: str) -> Tally:
        rows = await self.session.rows(TALLY, _key(kind, occasion))
        return {(PushState(row.state), row.reason): row.people for row in rows}

    async def any_due(self, kind: PushKind, occasion: str) -> bool:
        return await self.session.row(_ANY_DUE, _key(kind, occasion)) is not None

    async def hold(self, kind: PushKind, occasion: str) -> None:
        await self.session.run(_HOLD, {"kind": kind, "occasion": occasion})

    async def release(self, kind: PushKind, occasion: str) -> None:
        await self.session.run(_RELEASE, _key(kind, occasion))
        await self.session.run(_LET_GO, _key(kind, occasion))

    async def skip(
        self, kind: PushKind, occasion: str, reason: SkipReason, now: datetime, limit: int
    ) -> int:
        values = {"at_most": limit, "reason": reason, "settled_at": now}
        return await self.session.run(_SKIP, {**_key(kind, occasion), **values})

    async def repeat(self, kind: PushKind, occasion: str) -> None:
        await self.session.run(_REPEAT, _key(kind, occasion))

    async def got(self, person_id: int, occasion: str) -> Got | None:
        row = await self.session.row(_GOT, {"of_person": person_id, "this_occasion": occasion})
        return Got(row.message_id, row.settled_at) if row else None

    async def got_since(self, occasion: str, instant: datetime) -> tuple[int, int]:
        values = {"this_occasion": occasion, "since": instant}
        ages = {bool(r.young): r.people for r in await self.session.rows(_GOT_BY_AGE, values)}
        return ages.get(True, 0), ages.get(False, 0)


def _key(kind: PushKind, occasion: str) -> dict[str, str]:
    return {"this_kind": kind, "this_occasion": occasion}
