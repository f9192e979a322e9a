"""When people registered for an event, counted by the database."""

from datetime import date

from sqlalchemy import bindparam, case, func, literal, select

from data.session import Session
from data.tables.events import event_registrations
from learning.events.days import days_between
from learning.events.model import Seat
from learning.reports.weeks import begins

_seats = event_registrations.c
_here = (_seats.event_id == bindparam("this_id"), _seats.seat == Seat.REGISTERED)
_SPAN = select(func.min(_seats.at).label("first"), func.max(_seats.at).label("last")).where(*_here)


async def registered_by_day(
    session: Session, event: int, zone: str
) -> tuple[tuple[date, int], ...]:
    """(the first day of a step, how many who are registered now did so in it), by the clocks of
    `zone`; the steps are days, or weeks where it took long."""
    span = await session.one(_SPAN, {"this_id": event})
    if span.first is None:
        return ()
    days = days_between(span.first, span.last, zone)
    later = [(_seats.at < begins(day, zone), at) for at, day in enumerate(days[1:])]
    step = (case(*later, else_=len(later)) if later else literal(0)).label("step")
    rows = await session.rows(
        select(step, func.count().label("people")).where(*_here).group_by(step), {"this_id": event}
    )
    people = {row.step: row.people for row in rows}
    return tuple((day, people.get(at, 0)) for at, day in enumerate(days))
