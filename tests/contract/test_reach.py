"""Everybody is counted once, by their first contact."""

from dataclasses import replace
from datetime import timedelta

from data.engine import Database
from data.reports.programme_reach import programme_reach
from data.reports.reach import reach_counts
from learning.account.model import CodeKind, EnrolmentCode, Role
from learning.events.model import Event, EventState, Registration, Seat
from tests.contract.people import ATHENS, NOW, add_learner

BEFORE = timedelta(days=40)


async def test_who_came_twice_is_counted_where_they_came_first(sql: Database) -> None:
    here = await sql.organisations.add(replace(ATHENS, id=0))
    elsewhere = await sql.organisations.add(replace(ATHENS, id=0, name="Elsewhere"))
    poster = EnrolmentCode(
        "poster", here, None, Role.LEARNER, "poster", None, None, False, kind=CodeKind.OPEN
    )
    await sql.organisations.add_code(poster)
    async with sql.unit() as unit:
        code = await unit.codes.find("poster")
        assert code is not None
        people = [await add_learner(unit, number) for number in range(1, 5)]
        await unit.codes.reach(code.id, people[0].id, NOW - BEFORE)
        for person, channel in zip(people[:3], ("desk", "desk", None), strict=True):
            await unit.memberships.begin(person.id, here.id, None, Role.LEARNER, channel, NOW)
        await unit.memberships.begin(people[3].id, elsewhere.id, None, Role.LEARNER, None, NOW)
        made = await unit.events.add(Event(0, here.id, None, NOW))
        event = made.changed(starts_at=NOW, state=EventState.OPEN, headcount=40)
        await unit.events.put(event)
        there = Registration(event.id, people[1].id, Seat.REGISTERED, NOW, attended_at=NOW)
        await unit.events.register(there)
    async with sql.engine.reading() as session:
        counts = await reach_counts(session, here.id, NOW)
        assert counts is not None
        assert await reach_counts(session, 999, NOW) is None
    this_month = NOW.date().replace(day=1)
    month_before = (NOW - BEFORE).date().replace(day=1)
    assert dict(counts.first) == {
        ("poster", month_before): 1,
        ("desk", this_month): 1,
        (None, this_month): 1,
    }
    assert (counts.at_events, dict(counts.met)) == (1, {this_month: 40})


async def test_the_programme_counts_who_is_in_two_organisations_once(sql: Database) -> None:
    here = await sql.organisations.add(replace(ATHENS, id=0))
    there = await sql.organisations.add(replace(ATHENS, id=0, name="Sevilla", country="es"))
    async with sql.unit() as unit:
        people = [await add_learner(unit, number) for number in range(1, 5)]
        for person in people[:3]:
            await unit.memberships.begin(
                person.id, here.id, None, Role.LEARNER, "desk", NOW - BEFORE
            )
        for person in people[2:]:
            await unit.memberships.begin(person.id, there.id, None, Role.LEARNER, None, NOW)
        for organisation, met in ((here, 40), (there, 2)):
            made = await unit.events.add(Event(0, organisation.id, None, NOW))
            await unit.events.put(made.changed(starts_at=NOW, state=EventState.OPEN, headcount=met))
    async with sql.engine.reading() as session:
        reach = await programme_reach(session, NOW, "Europe/Athens")
    assert (reach.people, reach.met) == (4, 42)
    assert reach.by_country == {"GR": 3, "ES": 1}
    assert reach.by_channel == {"desk": 3, None: 1}
    assert reach.by_month == {
        (NOW - BEFORE).date().replace(day=1): 3,
        NOW.date().replace(day=1): 1,
    }
