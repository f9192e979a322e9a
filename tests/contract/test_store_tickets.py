"""Tickets, their texts, names, and the budget that unasked messages share."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from data.engine import Database
from data.readings import SqlReadings
from data.retention import SqlRetention
from data.tables.tickets import display_names, ticket_texts, tickets
from learning.account.model import Organisation, Role
from learning.ask import Conflict
from learning.pushes.model import NewPush, PushKind, SkipReason
from learning.readings import TicketWords
from learning.tickets.model import Concern, Side, Ticket, TicketKind, TicketState
from tests.contract.people import ATHENS, DAY, HOUR, NOW, Store, Unit, add_learner


async def ticket_of(unit: Unit, person: int, organisation: int) -> Ticket:
    new = Ticket(0, organisation, person, TicketKind.PERSON, Role.COORDINATOR, None, NOW)
    return await unit.tickets.add(new)


async def test_a_ticket_comes_back_as_it_was_put(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        ticket = await ticket_of(unit, person.id, athens.id)
        assert list(await unit.tickets.drafts(person.id)) == [ticket.id]
        closed = ticket.changed(state=TicketState.CLOSED, texts=3, closed_at=NOW)
        await unit.tickets.put(closed)
        assert await unit.tickets.get(ticket.id) == closed
        assert not await unit.tickets.drafts(person.id)
        with pytest.raises(Conflict):
            await unit.tickets.put(closed)


async def test_a_dropped_ticket_leaves_nothing_and_its_id_is_not_given_again(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        first = await ticket_of(unit, person.id, athens.id)
        await unit.tickets.write(first, person.id, "words", Side.ASKER, NOW)
        await unit.tickets.drop(first.id)
        assert await unit.tickets.get(first.id) is None
        assert (await ticket_of(unit, person.id, athens.id)).id != first.id


async def test_what_waits_stands_oldest_first_for_those_who_answer_it(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        draft, asked, answered, closed = [
            await ticket_of(unit, person.id, athens.id) for _ in range(4)
        ]
        asked, answered, closed = (
            each.changed(state=state)
            for each, state in (
                (asked, TicketState.OPEN),
                (answered, TicketState.ANSWERED),
                (closed, TicketState.CLOSED),
            )
        )
        for each in (asked, answered, closed):
            await unit.tickets.put(each)
        both = (Role.COORDINATOR, Role.TRAINER)
        assert list(await unit.tickets.waiting(athens.id, both, 0, 9)) == [asked, answered]
        assert list(await unit.tickets.waiting(athens.id, both, 0, 1)) == [asked]
        assert list(await unit.tickets.waiting(athens.id, both, asked.id, 9)) == [answered]
        assert not await unit.tickets.waiting(athens.id, (Role.TRAINER,), 0, 9)
        assert not await unit.tickets.waiting(athens.id + 1, both, 0, 9)
        assert list(await unit.tickets.of_person(person.id)) == [draft, asked, answered]
        handed_on = replace(asked.changed(), to=Role.TRAINER)
        await unit.tickets.put(handed_on)
        assert list(await unit.tickets.waiting(athens.id, (Role.TRAINER,), 0, 9)) == [handed_on]


async def test_a_concern_stands_apart_and_forgets_who_it_was_for(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        person, receiver = await add_learner(unit, 7), await add_learner(unit, 8)
        new = Ticket(0, athens.id, person.id, TicketKind.CONCERN, Role.COORDINATOR, None, NOW)
        draft = await unit.tickets.add(replace(new, concern=Concern(receiver.id, 5)))
        assert await unit.tickets.get(draft.id) == draft
        named = Concern(receiver.id, 5, names_partner=True)
        sent = draft.changed(state=TicketState.OPEN, concern=named)
        await unit.tickets.put(sent)
        assert list(await unit.tickets.concerns(athens.id)) == [sent]
        assert not await unit.tickets.concerns(athens.id + 1)
        assert not await unit.tickets.waiting(athens.id, tuple(Role), 0, 9)
        await unit.tickets.wipe(sent.id, NOW)
        assert await unit.tickets.get(sent.id) == replace(sent, concern=None)


async def test_the_membership_that_ended_last_is_found_again(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        assert await unit.memberships.former(person.id, athens.id) is None
        for role, until in ((Role.LEARNER, NOW), (Role.MENTOR, NOW + DAY)):
            await unit.memberships.begin(person.id, athens.id, None, role, None, NOW)
            await unit.memberships.end_all(person.id, until)
        former = await unit.memberships.former(person.id, athens.id)
    assert former is not None
    assert (former.organisation.name, former.role) == (athens.name, Role.MENTOR)


async def test_staff_are_those_with_the_role_in_that_organisation(
    store: Store, athens: Organisation
) -> None:
    other = await store.organisations.add(replace(ATHENS, id=0, name="Another"))
    places = [(athens, role) for role in Role] + [(other, Role.COORDINATOR)]
    people = {}
    async with store.unit() as unit:
        for number, (organisation, role) in enumerate(places, start=1):
            person = await add_learner(unit, number)
            people[organisation.id, role] = person.id
            await unit.memberships.begin(person.id, organisation.id, None, role, None, NOW)
        for role in (Role.COORDINATOR, Role.TRAINER):
            wanted = {people[athens.id, role], people[athens.id, Role.OWNER]}
            assert set(await unit.tickets.staff(athens.id, role)) == wanted


async def test_a_name_may_be_none_and_is_settled_all_the_same(store: Store) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        assert not await unit.names.is_settled(person.id)
        await unit.names.settle(person.id, None)
        assert await unit.names.is_settled(person.id)
        await unit.names.settle(person.id, "Ana")
        assert await unit.names.is_settled(person.id)


async def test_words_are_sealed_and_read_only_when_they_are_spoken(sql: Database) -> None:
    organisation = await sql.organisations.add(replace(ATHENS, id=0))
    async with sql.unit() as unit:
        person = await add_learner(unit, 7)
        ticket = await ticket_of(unit, person.id, organisation.id)
        await unit.names.settle(person.id, "Ana")
        await unit.tickets.write(ticket, person.id, "the question", Side.ASKER, NOW)
        await unit.tickets.write(ticket, person.id, "the answer", Side.STAFF, NOW)
    async with sql.engine.reading() as session:
        rows = [await session.rows(select(table)) for table in (ticket_texts, display_names)]
    assert not any(word in repr(rows) for word in ("question", "answer", "Ana"))
    readings = SqlReadings(sql.engine, sql.sealer)
    texts = ((False, "the question"), (True, "the answer"))
    assert await readings.ticket_words(ticket.id) == TicketWords("Ana", texts)
    copy = await readings.my_data(7)
    assert [row["sealed"] for row in copy["ticket_texts"]] == ["the question", "the answer"]
    async with sql.unit() as unit:
        await unit.tickets.wipe(ticket.id, NOW)
    assert await readings.ticket_words(ticket.id) == TicketWords("Ana", ())
    assert await readings.ticket_words(ticket.id + 1) is None


async def test_what_nobody_sent_is_gone_after_a_day(sql: Database) -> None:
    organisation = await sql.organisations.add(replace(ATHENS, id=0))
    async with sql.unit() as unit:
        person = await add_learner(unit, 7)
        draft = await ticket_of(unit, person.id, organisation.id)
        await unit.tickets.write(draft, person.id, "unsent", Side.ASKER, NOW)
        sent = (await ticket_of(unit, person.id, organisation.id)).changed(state=TicketState.OPEN)
        await unit.tickets.put(sent)
        held = await unit.held_texts.hold(person.id, "in doubt", NOW)
    await SqlRetention(sql.engine).carry_out(NOW + DAY + HOUR)
    async with sql.unit() as unit:
        assert await unit.tickets.get(draft.id) is None
        assert await unit.tickets.get(sent.id) == sent
        assert await unit.held_texts.take(person.id, held) is None
    async with sql.engine.reading() as session:
        assert len(await session.rows(select(tickets))) == 1


async def test_what_is_counted_against_a_day_is_what_may_arrive(store: Store) -> None:
    today = NOW.date()
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        kinds = (PushKind.DAILY, PushKind.TICKET, PushKind.TICKET_REMINDER)
        await unit.pushes.add([NewPush(person.id, kind, "1", NOW) for kind in kinds])
        await unit.pushes.add([NewPush(person.id, PushKind.TICKET, "later", NOW + HOUR)])
    daily, ticket, reminder = [await _first_put_off(store) for _ in kinds]
    async with store.unit() as unit:
        for id in (daily, ticket, reminder):
            await unit.pushes.put_off(id, NOW)
        for id in (daily, ticket, reminder):
            assert await unit.pushes.spent(person.id, today, id) == 0
        others = await unit.pushes.waiting(person.id, NOW, daily)
        assert sorted(others) == [PushKind.TICKET, PushKind.TICKET_REMINDER]
        await unit.pushes.spend(ticket, today)
        await unit.pushes.spend(reminder, today)
        assert await unit.pushes.spent(person.id, today, daily) == 2
        assert await unit.pushes.spent(person.id, today, ticket) == 1
        assert not await unit.pushes.waiting(person.id, NOW, daily)
        assert await unit.pushes.spent(person.id, (NOW + DAY).date(), daily) == 0
    await store.outbox.skipped(reminder, SkipReason.NOTHING_TO_SEND, NOW)
    await store.outbox.sent(ticket, 1, NOW)
    async with store.unit() as unit:
        assert await unit.pushes.spent(person.id, today, daily) == 1


async def _first_put_off(store: Store) -> int:
    """The id of the first that is due: one after the other is claimed for a person."""
    [push] = await store.outbox.claim("w", NOW, 9, 60.0)
    async with store.unit() as unit:
        await unit.pushes.put_off(push.id, NOW + DAY)
    return push.id


async def test_a_push_put_off_is_due_again_then_and_held_by_nobody(store: Store) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        await unit.pushes.add([NewPush(person.id, PushKind.TICKET, "1", NOW)])
    [push] = await store.outbox.claim("w", NOW, 9, 60.0)
    async with store.unit() as unit:
        await unit.pushes.put_off(push.id, NOW + DAY)
    assert not await store.outbox.claim("v", NOW, 9, 60.0)
    [again] = await store.outbox.claim("v", NOW + DAY, 9, 60.0)
    assert (again.id, again.due_at) == (push.id, NOW + DAY)
