"""Enrolments, and who is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update

from data.actors import PAST_DAYS, PAUSES, actors, read_actors
from data.session import Session
from data.tables.people import enrolments, is_reachable, persons
from learning.account.model import Actor, Enrolment
from learning.ask import Conflict

_ADD = insert(enrolments).values(
    reachable=select(persons.c.reachable)
    .where(persons.c.id == bindparam("this_person"))
    .scalar_subquery()
)
_PUT = (
    update(enrolments)
    .where(enrolments.c.person_id == bindparam("this_person"))
    .where(enrolments.c.revision == bindparam("before"))
)
_SET_NEXT_DUE = update(enrolments).where(enrolments.c.person_id == bindparam("this_person"))


def due_statement() -> Select[Any]:
    """The first `at_most` reachable people due at `now`, all by one partial index."""
    first = (
        select(enrolments.c.person_id)
        .where(enrolments.c.next_due_at <= bindparam("now"))
        .where(is_reachable)
        .order_by(enrolments.c.next_due_at, enrolments.c.person_id)
        .limit(bindparam("at_most"))
    )
    return (
        actors()
        .where(persons.c.id.in_(first))
        .order_by(None)
        .order_by(enrolments.c.next_due_at, persons.c.id)
    )


_DUE = due_statement()


@dataclass(frozen=True, slots=True)
class SqlEnrolments:
    session: Session

    async def add(self, enrolment: Enrolment) -> None:
        values = {"person_id": enrolment.person_id, "this_person": enrolment.person_id}
        await self.session.run(_ADD, {**values, **_plain(enrolment)})

    async def put(self, enrolment: Enrolment) -> None:
        guard = {"this_person": enrolment.person_id, "before": enrolment.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_plain(enrolment)}):
            raise Conflict

    async def due(self, now: datetime, limit: int) -> Sequence[Actor]:
        return read_actors(await self.session.rows(_DUE, {"now": now, "at_most": limit}))

    async def set_next_due(self, due: Sequence[tuple[int, datetime | None]]) -> None:
        if due:
            await self.session.run(
                _SET_NEXT_DUE,
                [{"this_person": person_id, "next_due_at": at} for person_id, at in due],
            )


def _plain(enrolment: Enrolment) -> dict[str, Any]:
    offer = enrolment.offer
    return {
        "lesson_time": enrolment.lesson_time,
        "weekdays": enrolment.weekdays,
        "sector": enrolment.sector,
        "begun_at": enrolment.begun_at,
        "finished_at": enrolment.finished_at,
        "offer_content": offer and offer.content_id,
        "offer_day": offer and offer.day,
        "offer_reminders": offer and offer.reminders,
        "pauses": PAUSES.dump_python(enrolment.pauses, mode="json"),
        "past_days": PAST_DAYS.dump_python(enrolment.past_days, mode="json"),
        "last_day": enrolment.last_day,
        "next_due_at": enrolment.next_due_at,
        "standing": enrolment.standing,
        "path": list(enrolment.path) or None,
        "revision": enrolment.revision,
    }
