"""Events, seats, and who is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from learning.account.model import Organisation
from learning.ask import Conflict
from learning.events.model import Event, EventKind, EventState, Registration, Seat, Turnout
from learning.pushes.model import PushKind
from tests.contract.people import DAY, HOUR, NOW, Store, add_learner


async def test_an_event_comes_back_as_it_was_put(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        made = await unit.events.add(Event(0, athens.id, None, NOW))
        full = made.changed(
            kind=EventKind.WORKSHOP,
            titles={"en": "Words", "el": "Λέξεις"},
            speaker="Ana",
            starts_at=NOW + DAY,
            minutes=90,
            place="Hall",
            link="https://example.org/a",
            seats=12,
            closes_at=NOW + HOUR,
            recording="https://example.org/b",
            materials="https://example.org/c",
            headcount=40,
            state=EventState.OPEN,
            taken=3,
            sequence=2,
            awaited="title.el",
        )
        await unit.events.put(full)
        assert await unit.events.get(made.id) == full
        assert await unit.events.by_code(made.code) == full
        with pytest.raises(Conflict):
            await unit.events.put(full)
        later = await unit.events.of_organisations([athens.id], NOW, 5)
        assert [each.id for each in later] == [made.id]
        assert not await unit.events.of_organisations([athens.id], NOW + DAY, 5)
        assert not await unit.events.of_organisations([], NOW, 5)
        draft = await unit.events.add(Event(0, athens.id, None, NOW))
        assert draft.code != made.code
        await unit.events.drop(draft.id)
        assert await unit.events.get(draft.id) is None


async def test_seats_are_counted_and_the_first_to_wait_is_the_first(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        event = await unit.events.add(Event(0, athens.id, None, NOW, starts_at=NOW))
        people = [await add_learner(unit, number) for number in range(1, 6)]
        seats = (Seat.REGISTERED, Seat.WAITING, Seat.WAITING, Seat.CANCELLED, Seat.REGISTERED)
        for at, (person, seat) in enumerate(zip(people, seats, strict=True)):
            when = NOW - timedelta(minutes=at)
            await unit.events.register(Registration(event.id, person.id, seat, when))
        first = await unit.events.registration(event.id, people[0].id)
        assert first is not None
        await unit.events.register(replace(first, late=True, attended_at=NOW, answered=1))
        waiting = await unit.events.first_waiting(event.id)
        assert waiting is not None
        assert waiting.person_id == people[2].id
        for _ in range(2):
            await unit.events.count_answer(event.id, 0, 3)
        turnout = await unit.events.turnout(event.id)
        assert turnout == Turnout(2, 2, 1, 1, {(0, 3): 2})
        kinds = (PushKind.EVENT_NEWS, PushKind.EVENT_RECORDING)
        for kind in kinds:
            for _ in range(2):
                await unit.events.tell_registered(
                    event, kind, "1.1", NOW, missed=kind is PushKind.EVENT_RECORDING
                )
    news = await store.outbox.claim("w", NOW, 9, 60.0)
    assert sorted((push.kind, push.person_id) for push in news) == [
        (PushKind.EVENT_NEWS, people[0].id),
        (PushKind.EVENT_NEWS, people[4].id),
    ]
    for push in news:
        await store.outbox.sent(push.id, 1, NOW)
    [recording] = await store.outbox.claim("w", NOW, 9, 60.0)
    assert (recording.kind, recording.person_id) == (PushKind.EVENT_RECORDING, people[4].id)


async def test_the_coming_events_that_somebody_registered_for(
    store: Store, athens: Organisation
) -> None:
    leganes = await store.organisations.add(replace(athens, name="Leganés"))
    async with store.unit() as unit:
        person, other = await add_learner(unit, 1), await add_learner(unit, 2)
        soon, over, elsewhere, draft, foreign = [
            await unit.events.add(Event(0, place, None, NOW, starts_at=starts, state=state))
            for place, starts, state in (
                (athens.id, NOW + DAY, EventState.OPEN),
                (athens.id, NOW - DAY, EventState.OPEN),
                (leganes.id, NOW + DAY, EventState.OPEN),
                (athens.id, NOW + DAY, EventState.DRAFT),
                (athens.id, NOW + DAY, EventState.OPEN),
            )
        ]
        for event in (soon, over, elsewhere, draft):
            await unit.events.register(Registration(event.id, person.id, Seat.WAITING, NOW))
        await unit.events.register(Registration(foreign.id, other.id, Seat.REGISTERED, NOW))
        found = await unit.events.of_person(person.id, athens.id, NOW)
        assert [each.id for each in found] == [soon.id]
