"""Somebody left an organisation: their seats at its coming events go to those who wait."""

from datetime import datetime

from learning.events.coming import give_up
from learning.events.model import Seat
from learning.events.ports import Events
from learning.pushes.ports import Pushes


async def leave_events(
    person_id: int, organisation_id: int, now: datetime, *, events: Events, pushes: Pushes
) -> None:
    """What they were at stays counted."""
    for event in await events.of_person(person_id, organisation_id, now):
        mine = await events.registration(event.id, person_id)
        if mine is not None and mine.seat is not Seat.CANCELLED:
            await give_up(event, mine, now, events, pushes)
