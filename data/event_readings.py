"""Events as they are shown."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select

from data.events import SqlEvents
from data.reports.registrations import registered_by_day
from data.sealing import Sealer
from data.session import Engine
from data.tables.organisations import organisations
from data.tables.people import memberships
from learning.events.model import Event, Registration, Seat
from learning.readings import EventRead, EventReportRead, EventsRead

LISTED, LONGEST = 12, timedelta(days=1)  # of one event
MANAGED = 24
REMEMBERED = timedelta(days=365)
_ORGANISATION = select(organisations.c.name, organisations.c.language, organisations.c.zone).where(
    organisations.c.id == bindparam("here")
)
_PLACES = (
    select(memberships.c.organisation_id)
    .where(memberships.c.person_id == bindparam("of_person"), memberships.c.until.is_(None))
    .distinct()
)


async def read_event(engine: Engine, sealer: Sealer, id: int) -> EventRead | None:
    async with engine.reading() as session:
        events = SqlEvents(session, sealer)
        event = await events.get(id)
        if event is None:
            return None
        here = await session.one(_ORGANISATION, {"here": event.organisation_id})
        turnout = await events.turnout(id)
    return EventRead(event, here.name, here.language, here.zone, turnout)


async def read_event_report(engine: Engine, sealer: Sealer, id: int) -> EventReportRead | None:
    read = await read_event(engine, sealer, id)
    if read is None:
        return None
    async with engine.reading() as session:
        return EventReportRead(read, await registered_by_day(session, id, read.zone))


async def read_managed(
    engine: Engine, sealer: Sealer, organisation: int, person: int
) -> Sequence[Event]:
    async with engine.reading() as session:
        return await SqlEvents(session, sealer).managed(organisation, person, MANAGED)


async def read_events(engine: Engine, sealer: Sealer, person: int, at: datetime) -> EventsRead:
    async with engine.reading() as session:
        events = SqlEvents(session, sealer)
        rows = await session.rows(_PLACES, {"of_person": person})
        here = [row.organisation_id for row in rows]
        mine = await events.registrations_of(person)
        coming = await events.of_organisations(here, at - LONGEST, LISTED)
        past = await events.of_organisations(here, at - REMEMBERED, 10 * LISTED)
    over = [
        (event, _attended(mine.get(event.id)))
        for event in reversed(past)
        if event.ends <= at
        and (event.recording or event.materials or _attended(mine.get(event.id)))
    ]
    return EventsRead(
        tuple((event, _seat(mine.get(event.id))) for event in coming if event.ends > at),
        tuple(over[:LISTED]),
    )


def _seat(mine: Registration | None) -> Seat | None:
    return mine.seat if mine and mine.seat is not Seat.CANCELLED else None


def _attended(mine: Registration | None) -> bool:
    return mine is not None and mine.attended_at is not None
