"""Turns of the circle of mentoring."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import BindParameter, Row, and_, bindparam, insert, or_, select, update

from data.actors import actors, read_actors
from data.session import Session
from data.tables.mentoring import mentoring_turns as turns
from data.tables.people import persons
from learning.account.model import Actor
from learning.ask import Conflict
from learning.mentoring.cycle import Step
from learning.mentoring.model import Ending, Nudge, Party, Rest, Side, Turn
from learning.mentoring.ports import DueTurn

LISTED = 50
NOBODY = Actor(telegram_id=0)
_RESTS = TypeAdapter(tuple[Rest, ...])

_this = turns.c.id == bindparam("this_id")
_ADD = insert(turns).returning(turns.c.id)
_PUT = update(turns).where(_this, turns.c.revision == bindparam("before"))
_GET = select(turns).where(_this)
_me: BindParameter[int] = bindparam("one")
_other: BindParameter[int] = bindparam("other")
_latest_first = (turns.c.begun_at.desc(), turns.c.id.desc())
_OF_PERSON = (
    select(turns)
    .where(or_(turns.c.mentor_id == _me, turns.c.mentee_id == _me))
    .order_by(turns.c.ended_at.is_not(None), *_latest_first)
    .limit(LISTED)
)
_BETWEEN = (
    select(turns)
    .where(
        or_(
            and_(turns.c.mentor_id == _me, turns.c.mentee_id == _other),
            and_(turns.c.mentor_id == _other, turns.c.mentee_id == _me),
        )
    )
    .order_by(*_latest_first)
)
_DUE = (
    select(turns)
    .where(turns.c.look_at <= bindparam("now"))
    .order_by(turns.c.look_at, turns.c.mentor_id, turns.c.id)
    .limit(bindparam("at_most"))
)
_PEOPLE = actors().where(persons.c.id.in_(bindparam("ids", expanding=True)))
_LOOK = update(turns).where(_this)


@dataclass(frozen=True, slots=True)
class SqlTurns:
    session: Session

    async def add(self, turn: Turn) -> Turn:
        fixed = {
            "language": turn.language,
            "definition": turn.definition,
            "begun_at": turn.begun_at,
            "generation": turn.generation,
            "predecessor": turn.predecessor,
        }
        row = await self.session.one(_ADD, {**fixed, **_changing(turn)})
        found = await self.get(row.id)
        if found is None:
            raise AssertionError("it was added")
        return found

    async def put(self, turn: Turn) -> None:
        guard = {"this_id": turn.id, "before": turn.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_changing(turn)}):
            raise Conflict

    async def get(self, id: int) -> Turn | None:
        row = await self.session.row(_GET, {"this_id": id})
        return read_turn(row) if row else None

    async def of_person(self, person_id: int) -> Sequence[Turn]:
        return [read_turn(row) for row in await self.session.rows(_OF_PERSON, {"one": person_id})]

    async def between(self, one: int, other: int) -> Sequence[Turn]:
        rows = await self.session.rows(_BETWEEN, {"one": one, "other": other})
        return [read_turn(row) for row in rows]

    async def due(self, now: datetime, limit: int) -> Sequence[DueTurn]:
        rows = await self.session.rows(_DUE, {"now": now, "at_most": limit})
        found = [read_turn(row) for row in rows]
        ids = {turn.party(side).person_id for turn in found for side in Side} - {None}
        people = read_actors(await self.session.rows(_PEOPLE, {"ids": list(ids)})) if ids else []
        by_id = {actor.person.id: actor for actor in people if actor.person}
        return [
            DueTurn(
                turn,
                by_id.get(turn.mentor.person_id or 0, NOBODY),
                by_id.get(turn.mentee.person_id or 0, NOBODY),
            )
            for turn in found
        ]

    async def look_again(self, due: Sequence[tuple[int, datetime]]) -> None:
        if due:
            rows = [{"this_id": id, "look_at": instant} for id, instant in due]
            await self.session.run(_LOOK, rows)


def _changing(turn: Turn) -> dict[str, Any]:
    values = {
        "step": turn.step,
        "phase": turn.phase,
        "phase_since": turn.phase_since,
        "weeks": turn.weeks,
        "asked_on": turn.asked_on,
        "next_on": turn.next_on,
        "rests": _RESTS.dump_python(turn.rests, mode="json"),
        "look_at": turn.look_at,
        "looked_on": turn.looked_on,
        "ended_at": turn.ended_at,
        "ending": turn.ending,
        "revision": turn.revision,
    }
    for side in Side:
        party = turn.party(side)
        values |= {
            f"{side}_id": party.person_id,
            f"{side}_organisation_id": party.organisation_id,
            f"{side}_waits_since": party.waits_since,
            f"{side}_nudge": party.nudge,
            f"{side}_answered_on": party.answered_on,
            f"{side}_shares": party.shares,
        }
    return values


def read_turn(row: Row[Any]) -> Turn:
    return Turn(
        id=row.id,
        mentor=_party(row, Side.MENTOR),
        mentee=_party(row, Side.MENTEE),
        language=row.language,
        definition=row.definition,
        begun_at=row.begun_at,
        generation=row.generation,
        predecessor=row.predecessor,
        step=Step(row.step),
        phase=row.phase,
        phase_since=row.phase_since,
        weeks=row.weeks,
        asked_on=row.asked_on,
        next_on=row.next_on,
        rests=_RESTS.validate_python(row.rests),
        look_at=row.look_at,
        looked_on=row.looked_on,
        ended_at=row.ended_at,
        ending=Ending(row.ending) if row.ending else None,
        revision=row.revision,
    )


def _party(row: Row[Any], side: Side) -> Party:
    return Party(
        person_id=getattr(row, f"{side}_id"),
        organisation_id=getattr(row, f"{side}_organisation_id"),
        waits_since=getattr(row, f"{side}_waits_since"),
        nudge=Nudge(getattr(row, f"{side}_nudge")),
        answered_on=getattr(row, f"{side}_answered_on"),
        shares=getattr(row, f"{side}_shares"),
    )
