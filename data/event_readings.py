"""Events as they are shown."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, select

from data.events import SqlEvents
from data.sealing import Sealer
from data.session import Engine
from data.tables.organisations import organisations
from data.tables.people import memberships
from learning.events.model import Seat
from learning.readings import EventRead, EventsRead

LISTED, LONGEST = 12, timedelta(days=1)  # of one event
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


async def read_events(engine: Engine, sealer: Sealer, person: int, at: datetime) -> EventsRead:
    async with engine.reading() as session:
        events = SqlEvents(session, sealer)
        rows = await session.rows(_PLACES, {"of_person": person})
        here = [row.organisation_id for row in rows]
        begun = await events.of_organisations(here, at - LONGEST, LISTED)
        coming = []
        for event in begun:
            if event.ends > at:
                mine = await events.registration(event.id, person)
                seat = mine.seat if mine and mine.seat is not Seat.CANCELLED else None
                coming.append((event, seat))
        past = await events.of_organisations(here, at - REMEMBERED, 10 * LISTED)
    over = [event for event in past if event.ends <= at and event.recording]
    return EventsRead(tuple(coming), tuple(reversed(over))[:LISTED])
