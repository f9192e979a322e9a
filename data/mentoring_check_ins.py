"""Check-ins: where one stands in them, and what was chosen; their texts are kept apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.mentoring import mentoring_check_ins as check_ins
from learning.ask import Conflict
from learning.mentoring.check_in import CheckIn, Result, Stage
from learning.mentoring.model import Seen

_this = check_ins.c.id == bindparam("this_id")
_ADD = (
    insert_or(check_ins)
    .on_conflict_do_nothing(index_elements=["turn_id", "person_id", "due_on"])
    .returning(check_ins)
)
_PUT = update(check_ins).where(_this, check_ins.c.revision == bindparam("before"))
_GET = select(check_ins).where(_this)
_HISTORY = (
    select(check_ins)
    .where(check_ins.c.turn_id == bindparam("of_turn"))
    .where(check_ins.c.person_id == bindparam("of_person"))
    .order_by(check_ins.c.due_on)
)
_FIND = _HISTORY.where(check_ins.c.due_on == bindparam("that_day"))


@dataclass(frozen=True, slots=True)
class SqlCheckIns:
    session: Session

    async def add(self, check_in: CheckIn) -> CheckIn:
        fixed = {
            "turn_id": check_in.turn_id,
            "person_id": check_in.person_id,
            "due_on": check_in.due_on,
            "question": check_in.question,
            "asks_fit": check_in.asks_fit,
        }
        row = await self.session.row(_ADD, {**fixed, **_changing(check_in)})
        if row is None:
            raise Conflict
        return _read(row)

    async def put(self, check_in: CheckIn) -> None:
        guard = {"this_id": check_in.id, "before": check_in.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_changing(check_in)}):
            raise Conflict

    async def get(self, id: int) -> CheckIn | None:
        row = await self.session.row(_GET, {"this_id": id})
        return _read(row) if row else None

    async def find(self, turn_id: int, person_id: int, due_on: date) -> CheckIn | None:
        wish = {"of_turn": turn_id, "of_person": person_id, "that_day": due_on}
        row = await self.session.row(_FIND, wish)
        return _read(row) if row else None

    async def history(self, turn_id: int, person_id: int) -> Sequence[CheckIn]:
        wish = {"of_turn": turn_id, "of_person": person_id}
        return [_read(row) for row in await self.session.rows(_HISTORY, wish)]


def _changing(check_in: CheckIn) -> dict[str, Any]:
    names = ("stage", "result", "rating", "seen", "fit", "answered_at", "revision")
    return {name: getattr(check_in, name) for name in names}


def _read(row: Row[Any]) -> CheckIn:
    return CheckIn(
        id=row.id,
        turn_id=row.turn_id,
        person_id=row.person_id,
        due_on=row.due_on,
        question=row.question,
        asks_fit=row.asks_fit,
        stage=Stage(row.stage),
        result=Result(row.result) if row.result else None,
        rating=row.rating,
        seen=Seen(row.seen) if row.seen else None,
        fit=row.fit,
        answered_at=row.answered_at,
        revision=row.revision,
    )
