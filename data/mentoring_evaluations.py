"""How both sides look back at a turn; their texts are kept apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Row, and_, bindparam, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.evaluating import mentoring_evaluations as evaluations
from data.tables.mentoring import mentoring_turns as turns
from learning.ask import Conflict
from learning.mentoring.evaluating.model import Evaluation
from learning.mentoring.model import Seen

_this = evaluations.c.id == bindparam("this_id")
_ADD = (
    insert_or(evaluations)
    .on_conflict_do_nothing(index_elements=["turn_id", "person_id"])
    .returning(evaluations)
)
_PUT = update(evaluations).where(_this, evaluations.c.revision == bindparam("before"))
_GET = select(evaluations).where(_this)
_OF = (
    select(evaluations)
    .where(evaluations.c.turn_id == bindparam("of_turn"))
    .where(evaluations.c.person_id == bindparam("of_person"))
)
_here: BindParameter[int] = bindparam("here")
_SENT = (
    select(evaluations.c.ratings)
    .join(turns, turns.c.id == evaluations.c.turn_id)
    .where(evaluations.c.sent_at.is_not(None))
    .where(
        or_(
            and_(
                turns.c.mentor_organisation_id == _here,
                turns.c.mentor_id == evaluations.c.person_id,
            ),
            and_(
                turns.c.mentee_organisation_id == _here,
                turns.c.mentee_id == evaluations.c.person_id,
            ),
        )
    )
    .order_by(evaluations.c.sent_at, evaluations.c.id)
)


@dataclass(frozen=True, slots=True)
class SqlEvaluations:
    session: Session

    async def add(self, evaluation: Evaluation) -> Evaluation:
        fixed = {"turn_id": evaluation.turn_id, "person_id": evaluation.person_id}
        row = await self.session.row(_ADD, {**fixed, **_changing(evaluation)})
        if row is None:
            raise Conflict
        return _read(row)

    async def put(self, evaluation: Evaluation) -> None:
        guard = {"this_id": evaluation.id, "before": evaluation.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_changing(evaluation)}):
            raise Conflict

    async def get(self, id: int) -> Evaluation | None:
        row = await self.session.row(_GET, {"this_id": id})
        return _read(row) if row else None

    async def of(self, turn_id: int, person_id: int) -> Evaluation | None:
        row = await self.session.row(_OF, {"of_turn": turn_id, "of_person": person_id})
        return _read(row) if row else None

    async def sent(self, organisation_id: int) -> Sequence[Mapping[str, int]]:
        rows = await self.session.rows(_SENT, {"here": organisation_id})
        return [row.ratings for row in rows]


def _changing(evaluation: Evaluation) -> dict[str, Any]:
    plain = {name: getattr(evaluation, name) for name in ("seen", "sent_at", "revision")}
    return {**plain, "ratings": dict(evaluation.ratings)}


def _read(row: Row[Any]) -> Evaluation:
    return Evaluation(
        id=row.id,
        turn_id=row.turn_id,
        person_id=row.person_id,
        ratings=row.ratings,
        seen=Seen(row.seen) if row.seen else None,
        sent_at=row.sent_at,
        revision=row.revision,
    )
