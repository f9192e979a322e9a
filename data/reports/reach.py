"""Who was reached, counted by the database: no person's row leaves it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    bindparam,
    case,
    distinct,
    func,
    literal,
    select,
    union_all,
)

from data.session import Session
from data.tables.events import event_registrations, events
from data.tables.organisations import enrolment_codes, organisations, reaches
from data.tables.people import memberships
from learning.events.model import EventState
from learning.reports.reach import ReachCounts, last_months
from learning.reports.weeks import begins

_HERE: BindParameter[int] = bindparam("organisation_id")
_ORGANISATION = select(organisations.c.name, organisations.c.country, organisations.c.zone).where(
    organisations.c.id == _HERE
)
_CONTACTS = union_all(
    select(memberships.c.person_id, memberships.c.channel, memberships.c.since.label("at")).where(
        memberships.c.organisation_id == _HERE
    ),
    select(reaches.c.person_id, enrolment_codes.c.channel, reaches.c.at)
    .select_from(reaches.join(enrolment_codes, enrolment_codes.c.id == reaches.c.code_id))
    .where(enrolment_codes.c.organisation_id == _HERE),
).subquery()
_turn = func.row_number().over(
    partition_by=_CONTACTS.c.person_id, order_by=(_CONTACTS.c.at, _CONTACTS.c.channel)
)
_FIRST = select(_CONTACTS.c.channel, _CONTACTS.c.at, _turn.label("turn")).subquery()
_AT_EVENTS = (
    select(func.count(distinct(event_registrations.c.person_id)).label("people"))
    .select_from(event_registrations.join(events, events.c.id == event_registrations.c.event_id))
    .where(events.c.organisation_id == _HERE, event_registrations.c.attended_at.is_not(None))
)


async def reach_counts(session: Session, organisation_id: int, now: datetime) -> ReachCounts | None:
    """None for an organisation that is not there."""
    key = {"organisation_id": organisation_id}
    here = await session.row(_ORGANISATION, key)
    if here is None:
        return None
    months = last_months(now, here.zone)
    named: tuple[date | None, ...] = (None, *months)
    first = select(
        _FIRST.c.channel, step(_FIRST.c.at, months, here.zone), func.count().label("people")
    ).where(_FIRST.c.turn == 1)
    met = select(
        step(events.c.starts_at, months, here.zone), func.sum(events.c.headcount).label("people")
    ).where(events.c.organisation_id == _HERE, events.c.state == EventState.OPEN)
    met = met.where(events.c.headcount.is_not(None))
    came = await session.rows(first.group_by("channel", "step"), key)
    counted = await session.rows(met.group_by("step").order_by("step"), key)
    return ReachCounts(
        organisation=here.name,
        country=here.country,
        months=months,
        first={(row.channel, named[row.step]): row.people for row in came},
        at_events=(await session.one(_AT_EVENTS, key)).people,
        met={named[row.step]: int(row.people) for row in counted},
    )


def step(at: ColumnElement[Any], months: tuple[date, ...], zone: str) -> ColumnElement[int]:
    """0 for what was before all of them, else the month's place, from 1."""
    until = [(at < begins(month, zone), number) for number, month in enumerate(months)]
    return case(*until, else_=literal(len(months))).label("step")
