"""Many people at once, written straight into the tables: what they did is behind them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Table, insert

from data.tables.events import event_registrations
from data.tables.lessons import completions, learning_days
from data.tables.matching import matching_entries
from data.tables.mentoring import mentoring_turns
from data.tables.organisations import enrolment_codes
from data.tables.people import enrolments, memberships, persons
from data.tables.pushes import pushes
from data.tables.tickets import tickets
from learning.account.model import EVERY_DAY, Organisation
from tests.flows.world import World

FIRST = 1000  # the id of the first of a crowd, in the bot and on Telegram
DID = 5  # lessons, days and messages each


async def crowd(world: World, here: Organisation, size: int, event: int) -> None:
    """Learners of one organisation who have begun: every tenth has a mentor, every tenth wishes
    for one, every tenth wrote to the coordinators; all have a seat at `event`."""
    now = await world.now()
    people = range(FIRST, FIRST + size)
    tenth = people[::10]
    definition = world.app.core.curriculum.mentoring.today or ""
    rows: Sequence[tuple[Table, list[dict[str, Any]]]] = (
        (persons, [_person(n, now) for n in people]),
        (enrolments, [_enrolment(n, now) for n in people]),
        (enrolment_codes, [_code(n, here) for n in people]),
        (memberships, [_membership(n, here, now) for n in people]),
        (completions, [_completion(n, k, now) for n in people for k in range(DID)]),
        (learning_days, [_day(n, k, now) for n in people for k in range(DID)]),
        (pushes, [_push(n, k, now) for n in people for k in range(DID)]),
        (event_registrations, [_seat(event, n, now) for n in people]),
        (tickets, [_ticket(n, here, now) for n in tenth]),
        (matching_entries, [_wish(n, here, now) for n in tenth]),
        (mentoring_turns, [_turn(n, here, definition, now) for n in tenth]),
    )
    async with world.app.database.engine.writing() as session:
        for table, values in rows:
            await session.run(insert(table), values)


def _person(n: int, now: datetime) -> dict[str, Any]:
    return {
        "id": n,
        "telegram_id": n,
        "language": "en",
        "zone": "Europe/Athens",
        "reachable": True,
        "arrived_at": now,
    }


def _enrolment(n: int, now: datetime) -> dict[str, Any]:
    return {
        "person_id": n,
        "lesson_time": time(9),
        "weekdays": EVERY_DAY,
        "begun_at": now,
        "next_due_at": now + timedelta(days=900),
        "pauses": [],
        "past_days": [],
        "reachable": True,
        "standing": 0,
        "revision": 0,
    }


def _code(n: int, here: Organisation) -> dict[str, Any]:
    return {
        "id": n,
        "code": f"crowd-{n}",
        "kind": "staff",
        "organisation_id": here.id,
        "role": "learner",
        "used": 1,
        "revoked": False,
    }


def _membership(n: int, here: Organisation, now: datetime) -> dict[str, Any]:
    return {
        "person_id": n,
        "organisation_id": here.id,
        "role": "learner",
        "since": now,
        "code_id": n,
    }


def _completion(n: int, k: int, now: datetime) -> dict[str, Any]:
    content = f"lesson-{k}"
    return {
        "person_id": n,
        "content_id": content,
        "is_lesson": True,
        "first_at": now,
        "last_at": now,
    }


def _day(n: int, k: int, now: datetime) -> dict[str, Any]:
    day: date = now.date() - timedelta(days=k)
    return {"person_id": n, "day": day}


def _push(n: int, k: int, now: datetime) -> dict[str, Any]:
    return {
        "person_id": n,
        "kind": "daily",
        "occasion": f"day-{k}",
        "due_at": now,
        "state": "sent",
        "attempts": 0,
        "sending": False,
        "settled_at": now,
    }


def _seat(event: int, n: int, now: datetime) -> dict[str, Any]:
    return {
        "event_id": event,
        "person_id": n,
        "seat": "registered",
        "at": now,
        "late": False,
        "answered": 0,
    }


def _ticket(n: int, here: Organisation, now: datetime) -> dict[str, Any]:
    return {
        "organisation_id": here.id,
        "person_id": n,
        "kind": "problem",
        "to": "coordinator",
        "opened_at": now,
        "state": "open",
        "texts": 0,
        "revision": 0,
    }


def _wish(n: int, here: Organisation, now: datetime) -> dict[str, Any]:
    return {
        "person_id": n,
        "organisation_id": here.id,
        "side": "mentee",
        "capacity": 1,
        "languages": ["en"],
        "sectors": [],
        "competences": [],
        "elsewhere": False,
        "again": False,
        "entered_at": now,
        "revision": 0,
    }


def _turn(n: int, here: Organisation, definition: str, now: datetime) -> dict[str, Any]:
    return {
        "mentor_id": n + 1,
        "mentee_id": n,
        "mentor_organisation_id": here.id,
        "mentee_organisation_id": here.id,
        "mentor_nudge": "none",
        "mentee_nudge": "none",
        "mentor_shares": False,
        "mentee_shares": False,
        "language": "en",
        "definition": definition,
        "begun_at": now,
        "generation": 1,
        "step": "mentoring",
        "phase": "rapport",
        "phase_since": now.date(),
        "rests": [],
        "revision": 0,
    }
