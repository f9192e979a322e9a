"""Rounds of the needs analysis, and who has answered them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, func, insert, literal, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.needs import needs_answered, needs_rounds
from data.tables.organisations import departments
from data.tables.people import memberships, persons
from data.tables.pushes import pushes
from learning.account.model import Actor, Role
from learning.ask import Conflict
from learning.needs.model import Mode, Round, Turnout
from learning.organisations.model import Department
from learning.pushes.model import PushKind, PushState

AT_ONCE = 1000

_ADD = insert(needs_rounds).returning(needs_rounds)
_PUT = (
    update(needs_rounds)
    .where(needs_rounds.c.id == bindparam("this_id"))
    .where(needs_rounds.c.revision == bindparam("before"))
)
_GET = select(needs_rounds).where(needs_rounds.c.id == bindparam("this_id"))
_DROP = delete(needs_rounds).where(
    needs_rounds.c.id == bindparam("this_id"), needs_rounds.c.launched_at.is_(None)
)
_OF = (
    select(needs_rounds)
    .where(needs_rounds.c.organisation_id == bindparam("of_organisation"))
    .order_by(needs_rounds.c.id.desc())
    .limit(bindparam("at_most"))
)
_running = and_(needs_rounds.c.launched_at.is_not(None), needs_rounds.c.closed_at.is_(None))
_OVER = select(needs_rounds).where(_running, needs_rounds.c.closes_at <= bindparam("now"))
_this_mark = and_(
    needs_answered.c.person_id == bindparam("of_person"),
    needs_answered.c.round_id == bindparam("this_round"),
)
_MARKED = select(needs_answered.c.round_id).where(_this_mark)
_MARK = insert(needs_answered)
_answered = and_(
    needs_answered.c.person_id == memberships.c.person_id,
    needs_answered.c.round_id == bindparam("this_round"),
)
# Present learners of the organisation, in all departments or in the round's.
_asked = and_(
    memberships.c.organisation_id == bindparam("of_organisation"),
    memberships.c.until.is_(None),
    memberships.c.role == literal(Role.LEARNER.value),
    or_(
        bindparam("everywhere"),
        memberships.c.department_id.in_(bindparam("department_ids", expanding=True)),
    ),
)
_TURNOUT = (
    select(
        departments.c.name,
        func.count(memberships.c.person_id.distinct()).label("asked"),
        func.count(needs_answered.c.person_id.distinct()).label("answered"),
    )
    .select_from(
        memberships.outerjoin(
            departments, departments.c.id == memberships.c.department_id
        ).outerjoin(needs_answered, _answered)
    )
    .where(_asked)
    .group_by(departments.c.name)
    .order_by(departments.c.name)
)
_silent = (
    select(
        memberships.c.person_id,
        bindparam("kind"),
        bindparam("occasion"),
        bindparam("due_at", type_=pushes.c.due_at.type),
        literal(PushState.DUE.value),
        literal(0),
        literal(False),
    )
    .select_from(
        memberships.join(persons, persons.c.id == memberships.c.person_id).outerjoin(
            needs_answered, _answered
        )
    )
    .where(_asked, persons.c.reachable, needs_answered.c.person_id.is_(None))
    .where(memberships.c.person_id > bindparam("after"))
    .distinct()
    .order_by(memberships.c.person_id)
    .limit(AT_ONCE)
)
_CALL = (
    insert_or(pushes)
    .from_select(
        ["person_id", "kind", "occasion", "due_at", "state", "attempts", "sending"], _silent
    )
    .on_conflict_do_nothing()
    .returning(pushes.c.person_id)
)


@dataclass(frozen=True, slots=True)
class SqlRounds:
    session: Session

    async def add(self, round: Round) -> Round:
        fixed = {"organisation_id": round.organisation_id, "definition": round.definition}
        return _read(await self.session.one(_ADD, {**fixed, **_changing(round)}))

    async def put(self, round: Round) -> None:
        guard = {"this_id": round.id, "before": round.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_changing(round)}):
            raise Conflict

    async def drop(self, id: int) -> None:
        await self.session.run(_DROP, {"this_id": id})

    async def get(self, id: int) -> Round | None:
        row = await self.session.row(_GET, {"this_id": id})
        return _read(row) if row else None

    async def open_to(self, actor: Actor, now: datetime) -> Round | None:
        if actor.organisation is None:
            return None
        found = await self.of_organisation(actor.organisation.id, AT_ONCE)
        return next((each for each in found if each.is_open(now) and each.asks(actor)), None)

    async def of_organisation(self, organisation_id: int, limit: int) -> Sequence[Round]:
        wish = {"of_organisation": organisation_id, "at_most": limit}
        return [_read(row) for row in await self.session.rows(_OF, wish)]

    async def over(self, now: datetime) -> Sequence[Round]:
        return [_read(row) for row in await self.session.rows(_OVER, {"now": now})]

    async def has_answered(self, round_id: int, person_id: int) -> bool:
        key = {"of_person": person_id, "this_round": round_id}
        return await self.session.row(_MARKED, key) is not None

    async def mark_answered(self, round_id: int, person_id: int) -> None:
        if await self.has_answered(round_id, person_id):
            raise Conflict
        await self.session.run(_MARK, {"person_id": person_id, "round_id": round_id})

    async def turnout(self, round: Round) -> Sequence[Turnout]:
        rows = await self.session.rows(_TURNOUT, _asked_by(round))
        return [Turnout(row.name, row.asked, row.answered) for row in rows]

    async def call(self, round: Round, kind: PushKind, occasion: str, due_at: datetime) -> int:
        push = {"kind": kind.value, "occasion": occasion, "due_at": due_at}
        called, after = 0, 0
        while True:
            values = {**_asked_by(round), **push, "after": after}
            rows = await self.session.rows(_CALL, values)
            called += len(rows)
            if len(rows) < AT_ONCE:
                return called
            after = max(row.person_id for row in rows)


def _asked_by(round: Round) -> dict[str, Any]:
    return {
        "this_round": round.id,
        "of_organisation": round.organisation_id,
        "everywhere": not round.departments,
        "department_ids": [department.id for department in round.departments],
    }


def _changing(round: Round) -> dict[str, Any]:
    return {
        "mode": round.mode,
        "departments": [[each.id, each.name] for each in round.departments],
        "opens_at": round.opens_at,
        "closes_at": round.closes_at,
        "launched_at": round.launched_at,
        "closed_at": round.closed_at,
        "made_by": round.made_by,
        "reminders": round.reminders,
        "reminded_at": round.reminded_at,
        "revision": round.revision,
    }


def _read(row: Row[Any]) -> Round:
    return Round(
        id=row.id,
        organisation_id=row.organisation_id,
        definition=row.definition,
        mode=Mode(row.mode),
        departments=tuple(Department(id, name) for id, name in row.departments),
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        launched_at=row.launched_at,
        closed_at=row.closed_at,
        made_by=row.made_by,
        reminders=row.reminders,
        reminded_at=row.reminded_at,
        revision=row.revision,
    )
