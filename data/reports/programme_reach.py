"""Whom the whole programme reached, for who runs it: everybody once, by their first contact."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select, union_all

from data.reports.reach import step
from data.session import Session
from data.tables.events import events
from data.tables.organisations import enrolment_codes, organisations, reaches
from data.tables.people import memberships
from learning.events.model import EventState
from learning.reports.reach import last_months

_CONTACTS = union_all(
    select(
        memberships.c.person_id,
        memberships.c.organisation_id,
        memberships.c.channel,
        memberships.c.since.label("at"),
    ),
    select(
        reaches.c.person_id,
        enrolment_codes.c.organisation_id,
        enrolment_codes.c.channel,
        reaches.c.at,
    ).select_from(reaches.join(enrolment_codes, enrolment_codes.c.id == reaches.c.code_id)),
).subquery()
_turn = func.row_number().over(
    partition_by=_CONTACTS.c.person_id,
    order_by=(_CONTACTS.c.at, _CONTACTS.c.organisation_id, _CONTACTS.c.channel),
)
_NUMBERED = (
    select(organisations.c.country, _CONTACTS.c.channel, _CONTACTS.c.at, _turn.label("turn"))
    .join(organisations, organisations.c.id == _CONTACTS.c.organisation_id)
    .subquery()
)
_MET = (
    select(func.coalesce(func.sum(events.c.headcount), 0).label("people"))
    .where(events.c.state == EventState.OPEN)
    .where(events.c.headcount.is_not(None))
)


@dataclass(frozen=True, slots=True)
class ProgrammeReach:
    """Exact numbers: whoever shows them merges small ones. `met` are people of events who have
    nothing to do with the bot; they are in no other number. The month None is all earlier ones;
    countries are ISO 3166 codes in capitals, however they were typed."""

    by_country: Mapping[str, int]
    by_channel: Mapping[str | None, int]
    by_month: Mapping[date | None, int]
    met: int

    @property
    def people(self) -> int:
        return sum(self.by_country.values())


async def programme_reach(session: Session, now: datetime, zone: str) -> ProgrammeReach:
    """Months are those of the clocks of `zone`."""
    months = last_months(now, zone)
    named: tuple[date | None, ...] = (None, *months)
    country = func.upper(_NUMBERED.c.country)
    by_month = await _by(session, step(_NUMBERED.c.at, months, zone))
    return ProgrammeReach(
        by_country={row.value: row.people for row in await _by(session, country)},
        by_channel={row.value: row.people for row in await _by(session, _NUMBERED.c.channel)},
        by_month={named[row.value]: row.people for row in by_month},
        met=int((await session.one(_MET)).people),
    )


async def _by(session: Session, value: ColumnElement[Any]) -> list[Row[Any]]:
    look = select(value.label("value"), func.count().label("people")).where(_NUMBERED.c.turn == 1)
    return list(await session.rows(look.group_by("value").order_by("value")))
