"""The pairs of an organisation, as its coordinators look at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, case, func, or_, select

from data.mentoring_turns import read_turn
from data.session import Session
from data.tables.mentoring import mentoring_turns as turns
from learning.mentoring.cycle import Step
from learning.mentoring.model import KNOWN_AS_SILENT, Ending, Turn
from learning.mentoring.pairs.outcomes import Place
from learning.mentoring.pairs.ports import Circle

_here: BindParameter[int] = bindparam("organisation_id")
_me: BindParameter[int] = bindparam("me")
# Each with its own index; an erased side is nobody, so it is not me.
_ours = and_(
    or_(turns.c.mentor_organisation_id == _here, turns.c.mentee_organisation_id == _here),
    func.coalesce(turns.c.mentor_id, 0) != _me,
    func.coalesce(turns.c.mentee_id, 0) != _me,
)
_goes_on = turns.c.ended_at.is_(None)
_silent = or_(*(side.in_(KNOWN_AS_SILENT) for side in (turns.c.mentor_nudge, turns.c.mentee_nudge)))
_PLACES = (
    select(
        turns.c.step,
        turns.c.phase,
        func.count().label("pairs"),
        func.sum(case((_silent, 1), else_=0)).label("silent"),
    )
    .where(_ours, _goes_on)
    .group_by(turns.c.step, turns.c.phase)
)
_RUNNING = (
    select(turns)
    .where(_ours, _goes_on)
    .order_by(case((_silent, 0), else_=1), turns.c.begun_at, turns.c.id)
    .limit(bindparam("at_most"))
    .offset(bindparam("skip"))
)
_GENERATIONS = (
    select(turns.c.generation, func.count().label("pairs"))
    .where(_ours, or_(_goes_on, turns.c.ending == Ending.CIRCLE))
    .group_by(turns.c.generation)
    .order_by(turns.c.generation)
)
_inside = and_(
    turns.c.mentor_organisation_id == _here, turns.c.mentee_organisation_id == _here, _ours
)
_SECOND = (
    select(turns)
    .where(_inside, turns.c.predecessor.is_not(None))
    .order_by(turns.c.begun_at.desc(), turns.c.id.desc())
    .limit(bindparam("at_most"))
)
_FIRST = select(turns).where(_inside, turns.c.id.in_(bindparam("ids", expanding=True)))


@dataclass(frozen=True, slots=True)
class SqlPairs:
    session: Session

    async def places(self, organisation_id: int, me: int) -> Sequence[Place]:
        rows = await self.session.rows(_PLACES, _of(organisation_id, me))
        return [Place(Step(row.step), row.phase, row.pairs, int(row.silent)) for row in rows]

    async def running(self, organisation_id: int, me: int, skip: int, limit: int) -> Sequence[Turn]:
        page = {"skip": skip, "at_most": limit}
        rows = await self.session.rows(_RUNNING, {**_of(organisation_id, me), **page})
        return [read_turn(row) for row in rows]

    async def generations(self, organisation_id: int, me: int) -> Sequence[tuple[int, int]]:
        rows = await self.session.rows(_GENERATIONS, _of(organisation_id, me))
        return [(row.generation, row.pairs) for row in rows]

    async def circles(self, organisation_id: int, me: int, limit: int) -> Sequence[Circle]:
        here = _of(organisation_id, me)
        rows = await self.session.rows(_SECOND, {**here, "at_most": limit})
        latest = [read_turn(row) for row in rows]
        ids = [turn.predecessor for turn in latest]
        found = await self.session.rows(_FIRST, {**here, "ids": ids}) if ids else ()
        first = {row.id: read_turn(row) for row in found}
        return [Circle(first[t.predecessor], t) for t in latest if t.predecessor in first]


def _of(organisation_id: int, me: int) -> dict[str, Any]:
    return {"organisation_id": organisation_id, "me": me}
