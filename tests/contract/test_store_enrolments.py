from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from learning.account.model import Enrolment, Offer, Organisation, Pause, PauseScope, Role
from learning.ask import Conflict
from tests.contract.people import DAY, HOUR, NOW, Store, Unit, add_learner, learner_of

FULL = Enrolment(
    person_id=0,
    lesson_time=time(23, 59),
    weekdays=frozenset(range(7)),
    sector="education",
    begun_at=NOW,
    finished_at=NOW + timedelta(microseconds=1),
    offer=Offer("1.1.documents", date(2026, 11, 20), reminders=2),
    pauses=(
        Pause(PauseScope.LESSONS, date(2026, 7, 1), date(2026, 8, 1)),
        Pause(PauseScope.EVERYTHING, date(2026, 12, 20), None),
    ),
    last_day=date(2026, 11, 19),
    next_due_at=datetime(2027, 1, 7, 7, 5, tzinfo=UTC),
    revision=1,
)


async def _enrolment(unit: Unit, telegram_id: int = 1001) -> Enrolment:
    enrolment = (await unit.people.actor(telegram_id)).enrolment
    assert enrolment is not None
    return enrolment


async def test_an_enrolment_comes_back_as_it_was_put(store: Store) -> None:
    person = await learner_of(store)
    full = replace(FULL, person_id=person.id)
    async with store.unit() as unit:
        await unit.enrolments.put(full)
    async with store.unit() as unit:
        assert await _enrolment(unit) == full


@pytest.mark.parametrize("revision", [0, 2, 7])
async def test_an_enrolment_of_another_revision_is_a_conflict(store: Store, revision: int) -> None:
    person = await learner_of(store)
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await unit.enrolments.put(replace(FULL, person_id=person.id, revision=revision))


async def test_who_is_due_comes_in_order_and_no_more_than_asked_for(store: Store) -> None:
    instants = {
        1001: NOW + timedelta(microseconds=1),
        1002: NOW,
        1003: NOW - DAY,
        1004: None,
        1005: NOW - HOUR,
    }
    async with store.unit() as unit:
        for telegram_id, at in instants.items():
            await add_learner(unit, telegram_id, next_due_at=at)
        due = await unit.enrolments.due(NOW, 10)
        first = await unit.enrolments.due(NOW, 2)
    assert [actor.telegram_id for actor in due] == [1003, 1005, 1002]
    assert list(first) == list(due[:2])


async def test_who_is_due_comes_with_everything_known_of_them(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, next_due_at=NOW)
        await unit.memberships.begin(person.id, athens.id, "Registry", Role.LEARNER, None, NOW)
        await unit.memberships.begin(person.id, athens.id, None, Role.MENTOR, None, NOW)
        assert await unit.enrolments.due(NOW, 10) == [await unit.people.actor(1001)]


async def test_who_cannot_be_reached_is_not_due_until_they_come_back(store: Store) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, next_due_at=NOW)
        await unit.people.put(replace(person, reachable=False))
        assert await unit.enrolments.due(NOW, 10) == []
        await unit.people.put(person)
        assert len(await unit.enrolments.due(NOW, 10)) == 1


async def test_many_instants_are_set_at_once_and_revisions_stay(store: Store) -> None:
    async with store.unit() as unit:
        people = [await add_learner(unit, id, next_due_at=NOW) for id in range(1, 31)]
        await unit.enrolments.set_next_due([(p.id, NOW + DAY) for p in people[:29]])
        await unit.enrolments.set_next_due([(people[29].id, None)])
        await unit.enrolments.set_next_due([])
        assert await unit.enrolments.due(NOW, 100) == []
        assert len(await unit.enrolments.due(NOW + DAY, 100)) == 29
        assert (await _enrolment(unit, 30)).next_due_at is None
        assert (await _enrolment(unit, 30)).revision == 0
