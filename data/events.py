"""Events, registrations and counted answers."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import (
    Integer,
    Row,
    and_,
    bindparam,
    cast,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.sealing import Sealer
from data.session import Session
from data.tables.columns import Instant
from data.tables.events import event_answers, event_registrations, events
from data.tables.pushes import pushes
from learning.ask import Conflict
from learning.events.model import Event, EventKind, EventState, Registration, Seat, Turnout
from learning.pushes.model import PushKind, PushState

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ2346789"  # none that is taken for another
_SEALED = ("titles", "speaker", "place", "link", "recording", "materials")
_DETAILS: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])

_this = events.c.id == bindparam("this_id")
_ADD = insert(events).returning(events.c.id)
_PUT = update(events).where(_this).where(events.c.revision == bindparam("before"))
_GET = select(events).where(_this)
_BY_CODE = select(events).where(events.c.code == bindparam("this_code"))
_DROP = delete(events).where(_this)
_COMING = (
    select(events)
    .where(events.c.organisation_id.in_(bindparam("here", expanding=True)))
    .where(events.c.starts_at > bindparam("since"), events.c.state == EventState.OPEN)
    .order_by(events.c.starts_at, events.c.id)
    .limit(bindparam("at_most"))
)
_LATEST = (
    select(events)
    .where(events.c.organisation_id == bindparam("of_organisation"))
    .where(events.c.state == EventState.OPEN)
    .order_by(events.c.starts_at.desc(), events.c.id)
    .limit(bindparam("at_most"))
)
_MANAGED = (
    select(events)
    .where(events.c.organisation_id == bindparam("of_organisation"))
    .where(or_(events.c.state != EventState.DRAFT, events.c.made_by == bindparam("of_person")))
    .order_by(events.c.id.desc())
    .limit(bindparam("at_most"))
)
_NAMED = select(events).where(
    events.c.organisation_id == bindparam("of_organisation"),
    events.c.id.in_(bindparam("ids", expanding=True)),
)
_seats = event_registrations.c
_OF_PERSON = (
    select(events)
    .join(event_registrations, _seats.event_id == events.c.id)
    .where(_seats.person_id == bindparam("of_person"))
    .where(events.c.organisation_id == bindparam("here"))
    .where(events.c.starts_at > bindparam("since"), events.c.state == EventState.OPEN)
    .order_by(events.c.id)
)
_MINE = select(event_registrations).where(
    _seats.event_id == bindparam("this_id"), _seats.person_id == bindparam("of_person")
)
_ALL_MINE = select(event_registrations).where(_seats.person_id == bindparam("of_person"))
_register = insert_or(event_registrations)
_REGISTER = _register.on_conflict_do_update(
    index_elements=["event_id", "person_id"],
    set_={
        name: _register.excluded[name] for name in ("seat", "at", "late", "attended_at", "answered")
    },
)
_FIRST_WAITING = (
    select(event_registrations)
    .where(_seats.event_id == bindparam("this_id"), _seats.seat == Seat.WAITING)
    .order_by(_seats.at, _seats.person_id)
    .limit(1)
)
_is_registered = _seats.seat == Seat.REGISTERED


def _number(condition: Any) -> Any:
    return func.coalesce(func.sum(cast(condition, Integer)), 0)


_TURNOUT = select(
    _number(_is_registered).label("registered"),
    _number(_seats.seat == Seat.WAITING).label("waiting"),
    _number(and_(_is_registered, _seats.late)).label("late"),
    _number(_seats.attended_at.is_not(None)).label("attended"),
).where(_seats.event_id == bindparam("this_id"))
_ANSWERS = select(event_answers).where(event_answers.c.event_id == bindparam("this_id"))
_answer = insert_or(event_answers)
_COUNT = _answer.on_conflict_do_update(
    index_elements=["event_id", "question", "answer"], set_={"number": event_answers.c.number + 1}
)


@dataclass(frozen=True, slots=True)
class SqlEvents:
    session: Session
    sealer: Sealer

    async def add(self, event: Event) -> Event:
        code = "".join(secrets.choice(LETTERS) for _ in range(6))
        fixed = {
            "organisation_id": event.organisation_id,
            "made_by": event.made_by,
            "made_at": event.made_at,
            "code": code,
        }
        row = await self.session.one(_ADD, {**fixed, **self._changing(event)})
        found = await self.get(row.id)
        if found is None:
            raise AssertionError("it was added")
        return found

    async def put(self, event: Event) -> None:
        guard = {"this_id": event.id, "before": event.revision - 1}
        if not await self.session.run(_PUT, {**guard, **self._changing(event)}):
            raise Conflict

    async def get(self, id: int) -> Event | None:
        row = await self.session.row(_GET, {"this_id": id})
        return self._read(row) if row else None

    async def by_code(self, code: str) -> Event | None:
        row = await self.session.row(_BY_CODE, {"this_code": code})
        return self._read(row) if row else None

    async def drop(self, id: int) -> None:
        await self.session.run(_DROP, {"this_id": id})

    async def registration(self, event_id: int, person_id: int) -> Registration | None:
        row = await self.session.row(_MINE, {"this_id": event_id, "of_person": person_id})
        return _registration(row) if row else None

    async def register(self, registration: Registration) -> None:
        await self.session.run(
            _REGISTER,
            {
                "event_id": registration.event_id,
                "person_id": registration.person_id,
                "seat": registration.seat,
                "at": registration.at,
                "late": registration.late,
                "attended_at": registration.attended_at,
                "answered": registration.answered,
            },
        )

    async def first_waiting(self, event_id: int) -> Registration | None:
        row = await self.session.row(_FIRST_WAITING, {"this_id": event_id})
        return _registration(row) if row else None

    async def turnout(self, event_id: int) -> Turnout:
        row = await self.session.one(_TURNOUT, {"this_id": event_id})
        answers = await self.session.rows(_ANSWERS, {"this_id": event_id})
        counted = {(each.question, each.answer): each.number for each in answers}
        return Turnout(row.registered, row.waiting, row.late, row.attended, counted)

    async def count_answer(self, event_id: int, question: int, answer: int) -> None:
        values = {"event_id": event_id, "question": question, "answer": answer, "number": 1}
        await self.session.run(_COUNT, values)

    async def tell_registered(
        self, event: Event, kind: PushKind, occasion: str, due_at: datetime, *, missed: bool = False
    ) -> None:
        told = (
            select(
                _seats.person_id,
                literal(kind.value),
                literal(occasion),
                literal(due_at, Instant),
                literal(PushState.DUE.value),
                literal(0),
                literal(False),
            )
            .where(_seats.event_id == event.id, _is_registered)
            .order_by(_seats.person_id)
        )
        if missed:
            told = told.where(_seats.attended_at.is_(None))
        columns = ["person_id", "kind", "occasion", "due_at", "state", "attempts", "sending"]
        await self.session.run(
            insert_or(pushes).from_select(columns, told).on_conflict_do_nothing()
        )

    async def of_person(
        self, person_id: int, organisation_id: int, since: datetime
    ) -> Sequence[Event]:
        wish = {"of_person": person_id, "here": organisation_id, "since": since}
        return [self._read(row) for row in await self.session.rows(_OF_PERSON, wish)]

    async def of_organisations(
        self, ids: Sequence[int], since: datetime, limit: int
    ) -> Sequence[Event]:
        values = {"here": list(ids), "since": since, "at_most": limit}
        return [self._read(row) for row in await self.session.rows(_COMING, values)]

    async def latest(self, organisation_id: int, limit: int) -> Sequence[Event]:
        values = {"of_organisation": organisation_id, "at_most": limit}
        return [self._read(row) for row in await self.session.rows(_LATEST, values)]

    async def managed(self, organisation_id: int, person_id: int, limit: int) -> Sequence[Event]:
        """The organisation's and the person's own drafts, the newest first."""
        values = {
            "of_organisation": organisation_id,
            "of_person": person_id,
            "at_most": limit,
        }
        return [self._read(row) for row in await self.session.rows(_MANAGED, values)]

    async def named(self, organisation_id: int, ids: Sequence[int]) -> Mapping[int, Event]:
        """Those of the organisation with these ids, by id."""
        if not ids:
            return {}
        values = {"of_organisation": organisation_id, "ids": list(ids)}
        return {row.id: self._read(row) for row in await self.session.rows(_NAMED, values)}

    async def registrations_of(self, person_id: int) -> Mapping[int, Registration]:
        """By event."""
        rows = await self.session.rows(_ALL_MINE, {"of_person": person_id})
        return {row.event_id: _registration(row) for row in rows}

    def _changing(self, event: Event) -> dict[str, Any]:
        details = {name: getattr(event, name) for name in _SEALED}
        return {
            "kind": event.kind,
            "sealed": self.sealer.seal(_DETAILS.dump_json(details).decode()),
            "starts_at": event.starts_at,
            "minutes": event.minutes,
            "seats": event.seats,
            "closes_at": event.closes_at,
            "headcount": event.headcount,
            "state": event.state,
            "taken": event.taken,
            "sequence": event.sequence,
            "awaited": event.awaited,
            "revision": event.revision,
        }

    def _read(self, row: Row[Any]) -> Event:
        opened = self.sealer.open(row.sealed)
        details = _DETAILS.validate_json(opened) if opened else {"titles": {}}
        return Event(
            id=row.id,
            organisation_id=row.organisation_id,
            made_by=row.made_by,
            made_at=row.made_at,
            kind=EventKind(row.kind),
            starts_at=row.starts_at,
            minutes=row.minutes,
            seats=row.seats,
            closes_at=row.closes_at,
            headcount=row.headcount,
            state=EventState(row.state),
            taken=row.taken,
            sequence=row.sequence,
            awaited=row.awaited,
            code=row.code,
            revision=row.revision,
            **details,
        )


def _registration(row: Row[Any]) -> Registration:
    return Registration(
        row.event_id,
        row.person_id,
        Seat(row.seat),
        row.at,
        row.late,
        row.attended_at,
        row.answered,
    )
