"""Announcements, who they reach, and the rows that send them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from data.engine import Database
from data.retention import SqlRetention
from learning.account.model import Organisation, Person, Role
from learning.announcements.counting import AudienceCount
from learning.announcements.model import (
    Announcement,
    Audience,
    Dimension,
    File,
    FileKind,
    Standing,
    State,
    Timing,
    Version,
    standing,
)
from learning.ask import Conflict
from learning.events.model import Event, EventState, Registration, Seat
from learning.mentoring.cycle import PAIRED, Step
from learning.pushes.model import PushKind, PushState, SkipReason
from learning.reports.model import Stage
from learning.written import Mark, Span
from tests.contract.mentoring import add_turn
from tests.contract.people import ATHENS, DAY, HOUR, NOW, Store, Unit, add_learner

HALF = 2
ENGLISH = Version("Come!", (Span(Mark.BOLD, 0, 4),), ("Yes", "No"))


async def written(unit: Unit, here: Organisation, **fields: object) -> Announcement:
    made = await unit.announcements.add(Announcement(0, here.id, None, NOW))
    await unit.announcements.write(made.id, "en", ENGLISH)
    changed = made.changed(versions={"en": ENGLISH}, **fields)
    await unit.announcements.put(changed)
    return changed


async def member(
    unit: Unit,
    number: int,
    here: Organisation,
    department: str | None = None,
    role: Role = Role.LEARNER,
) -> Person:
    person = await add_learner(unit, number)
    await unit.memberships.begin(person.id, here.id, department, role, None, NOW)
    return person


async def test_a_draft_is_listed_for_nobody_but_its_writer(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        ana, ben = await member(unit, 61, athens), await member(unit, 62, athens)
        sent = await written(unit, athens, state=State.DONE)
        draft = await unit.announcements.add(Announcement(0, athens.id, ana.id, NOW))
        pages = [await unit.announcements.page(athens.id, who.id, 5) for who in (ana, ben)]
        seen = [[each.id for each in page] for page in pages]
        assert seen == [[draft.id, sent.id], [sent.id]]


async def test_an_announcement_comes_back_as_it_was_put(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        audience = Audience({Dimension.LANGUAGE: ("el", "es")}, {Dimension.ROLE: ("owner",)}, 7)
        made = await written(
            unit,
            athens,
            file=File(FileKind.PHOTO, "x" * 80),
            audience=audience,
            timing=Timing.AT,
            at=NOW + DAY,
            urgent=True,
            repeats=True,
            awaited="text.el",
            begins_at=NOW,
            until=NOW + DAY,
            reached=5,
            spread=True,
            finished_at=NOW,
            told=True,
        )
        assert await unit.announcements.get(made.id) == made
        with pytest.raises(Conflict):
            await unit.announcements.put(made)
        await unit.announcements.write(made.id, "en", None)
        bare = await unit.announcements.get(made.id)
        assert bare is not None
        assert not bare.versions
        await unit.announcements.drop(made.id)
        assert await unit.announcements.get(made.id) is None


async def test_at_work_is_what_is_due_or_not_over(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        for state, begins, finished in (
            (State.DRAFT, None, None),
            (State.PLANNED, NOW + HOUR, None),
            (State.DONE, NOW, NOW),
            (State.CANCELLED, NOW, NOW),
        ):
            await written(unit, athens, state=state, begins_at=begins, finished_at=finished)
        busy = [
            await written(unit, athens, state=state, begins_at=NOW)
            for state in (State.PLANNED, State.RUNNING, State.PAUSED, State.CANCELLED)
        ]
        found = await unit.announcements.at_work(NOW)
        assert [each.id for each in found] == [each.id for each in busy]


async def test_an_audience_is_counted_by_every_filter(store: Store, athens: Organisation) -> None:
    other = await store.organisations.add(replace(ATHENS, id=0, name="Another"))
    async with store.unit() as unit:
        desk = await unit.departments.named(athens.id, "Desk")
        ana = await member(unit, 1, athens, "Desk")
        ben = await member(unit, 2, athens)
        await member(unit, 3, athens, role=Role.COORDINATOR)
        await member(unit, 4, other, "Desk")
        await unit.people.put(replace(ana, language="es"))
        await unit.people.put(replace(ben, reachable=False))
        await unit.announcements.opt_out(ana.id, NOW)
        cases = {
            (): AudienceCount(3, 1, 1),
            ((Dimension.LANGUAGE, ("es",)),): AudienceCount(1, 0, 1),
            ((Dimension.ROLE, ("learner",)),): AudienceCount(2, 1, 1),
            ((Dimension.DEPARTMENT, (str(desk.id),)),): AudienceCount(1, 0, 1),
            ((Dimension.SECTOR, ("education",)),): AudienceCount(0, 0, 0),
            ((Dimension.PROGRESS, ("0",)),): AudienceCount(2, 1, 1),
        }
        for wanted, count in cases.items():
            audience = Audience(dict(wanted))
            assert await unit.audiences.count(athens.id, audience, HALF) == count, wanted
        others = Audience({}, {Dimension.LANGUAGE: ("es",)})
        assert (await unit.audiences.count(athens.id, others, HALF)).people == 2


async def test_an_audience_may_be_who_registered_for_an_event_or_was_there(
    store: Store, athens: Organisation
) -> None:
    elsewhere = await store.organisations.add(replace(ATHENS, id=0, name="Another"))
    async with store.unit() as unit:
        event = await unit.events.add(Event(0, athens.id, None, NOW, starts_at=NOW))
        await unit.events.put(event.changed(state=EventState.OPEN))
        theirs = await unit.events.add(Event(0, elsewhere.id, None, NOW, starts_at=NOW))
        people = [await member(unit, number, athens) for number in range(1, 5)]
        seats = (Seat.REGISTERED, Seat.REGISTERED, Seat.WAITING)
        for person, seat in zip(people, seats, strict=False):
            for each in (event, theirs):
                await unit.events.register(Registration(each.id, person.id, seat, NOW))
        first = Registration(event.id, people[0].id, Seat.REGISTERED, NOW, attended_at=NOW)
        await unit.events.register(first)

        async def number(*wanted: str, without: tuple[str, ...] = ()) -> int:
            some, none = ({Dimension.EVENT: each} if each else {} for each in (wanted, without))
            return (await unit.audiences.count(athens.id, Audience(some, none), HALF)).people

        registered, attended = f"r{event.id}", f"a{event.id}"
        assert await number(registered) == 2
        assert await number(attended) == 1
        assert await number(registered, without=(attended,)) == 1
        assert await number(without=(registered,)) == 2
        assert await number(f"r{theirs.id}") == 0, "of another organisation"
        cells = await unit.audiences.cells(
            athens.id, {Dimension.EVENT: (attended, registered)}, HALF
        )
        assert dict(cells) == {("0", attended): 1, ("0", registered): 1, ("0", None): 2}
        assert [each.id for each in await unit.events.latest(athens.id, 5)] == [event.id]


async def test_cells_tell_stages_and_named_values_apart(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        ana = await member(unit, 1, athens)
        await member(unit, 2, athens)
        await unit.people.put(replace(ana, language="es"))
        cells = await unit.audiences.cells(athens.id, {Dimension.LANGUAGE: ("es",)}, HALF)
        assert dict(cells) == {("0", "es"): 1, ("0", None): 1}
        assert dict(await unit.audiences.cells(athens.id, {}, HALF)) == {("0",): 2}


async def test_rows_are_written_in_steps_and_say_who_gets_none(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        people = [await member(unit, number, athens) for number in range(1, 6)]
        await unit.people.put(replace(people[1], reachable=False))
        await unit.announcements.opt_out(people[3].id, NOW)
        found = await written(unit, athens)
        [shared] = await unit.audiences.shared_hours(athens.id, Audience(), HALF)
        assert shared.people == 3
        hours = {(shared.zone, shared.lesson_time): NOW + HOUR}
        steps = 0
        while (last := await unit.audiences.last_of_next(found, HALF, 2)) is not None:
            for _ in range(2):  # a step that is done again writes nothing twice
                await unit.audiences.spread(found, last, hours, HALF, NOW)
            found, steps = replace(found, reached=last), steps + 1
        assert steps == 3
        tally = await unit.sendings.tally(PushKind.ANNOUNCEMENT, found.occasion)
        assert dict(tally) == {
            (PushState.DUE, None): 3,
            (PushState.SKIPPED, SkipReason.UNREACHABLE): 1,
            (PushState.SKIPPED, SkipReason.OPTED_OUT): 1,
        }
    assert not await store.outbox.claim("w", NOW, 9, 60.0)
    assert len(await store.outbox.claim("w", NOW + HOUR, 9, 60.0)) == 3


async def test_every_filter_is_one_that_rows_can_be_written_by(
    store: Store, athens: Organisation
) -> None:
    """Of two people, each filter wants or leaves out one; whoever has two roles gets one row."""
    async with store.unit() as unit:
        desk, other = await member(unit, 71, athens, "Desk"), await member(unit, 72, athens)
        here = athens.id
        await unit.memberships.begin(desk.id, here, "Desk", Role.MENTOR, None, NOW)
        ours = await unit.departments.named(here, "Desk")
        made = await unit.events.add(Event(0, here, None, NOW))
        there = Registration(made.id, desk.id, Seat.REGISTERED, NOW, attended_at=NOW)
        await unit.events.register(there)
        of_desk = {
            Dimension.ROLE: Role.MENTOR.value,
            Dimension.DEPARTMENT: str(ours.id),
            Dimension.EVENT: standing(Standing.ATTENDED, made.id),
        }
        of_both = {
            Dimension.ROLE: Role.LEARNER.value,
            Dimension.LANGUAGE: desk.language,
            Dimension.PROGRESS: str(Stage.NOT_BEGUN.value),
        }
        cases = [
            *((Audience({at: (value,)}), {desk.id}) for at, value in of_desk.items()),
            *((Audience({}, {at: (value,)}), {other.id}) for at, value in of_desk.items()),
            *((Audience({at: (value,)}), {desk.id, other.id}) for at, value in of_both.items()),
            (Audience({Dimension.SECTOR: ("education",)}), set()),
            (Audience({Dimension.MENTORING: (PAIRED[0].value,)}), set()),
        ]
        for audience, people in cases:
            found = await written(unit, athens, audience=audience)
            last = await unit.audiences.last_of_next(found, HALF, 9)
            assert last == max(people, default=None), audience
            await unit.audiences.shared_hours(here, audience, HALF, 0, last)
            if last is not None:
                await unit.audiences.spread(found, last, {}, HALF, NOW)
            tally = await unit.sendings.tally(PushKind.ANNOUNCEMENT, found.occasion)
            assert sum(tally.values()) == len(people), audience


async def running(store: Store, athens: Organisation) -> Announcement:
    async with store.unit() as unit:
        for number in range(1, 5):
            await member(unit, number, athens)
        found = await written(unit, athens, state=State.RUNNING, begins_at=NOW)
        last = await unit.audiences.last_of_next(found, HALF, 9)
        assert last is not None
        await unit.audiences.spread(found, last, {}, HALF, NOW)
    return found


async def test_a_hold_stops_claims_and_sends_at_once_and_a_release_lets_go(
    store: Store, athens: Organisation
) -> None:
    found = await running(store, athens)
    key = (PushKind.ANNOUNCEMENT, found.occasion)
    [first, second] = await store.outbox.claim("w", NOW, 2, 60.0)
    await store.outbox.begin_send(first.id)
    async with store.unit() as unit:
        await unit.sendings.hold(*key)
        await unit.sendings.hold(*key)
    with pytest.raises(Conflict):
        await store.outbox.begin_send(second.id)
    assert not await store.outbox.claim("v", NOW, 9, 60.0)
    assert await store.outbox.count_due(NOW) == 0
    await store.outbox.sent(first.id, 11, NOW)
    async with store.unit() as unit:
        await unit.sendings.release(*key)
    assert len(await store.outbox.claim("v", NOW, 9, 60.0)) == 3


async def test_what_waits_is_dropped_in_steps_and_what_is_on_its_way_is_not(
    store: Store, athens: Organisation
) -> None:
    found = await running(store, athens)
    key = (PushKind.ANNOUNCEMENT, found.occasion)
    [sending] = await store.outbox.claim("w", NOW, 1, 60.0)
    await store.outbox.begin_send(sending.id)
    async with store.unit() as unit:
        assert await unit.sendings.skip(*key, SkipReason.CANCELLED, NOW, 2) == 2
        assert await unit.sendings.skip(*key, SkipReason.CANCELLED, NOW, 2) == 1
        tally = await unit.sendings.tally(*key)
    cancelled = (PushState.SKIPPED, SkipReason.CANCELLED)
    assert dict(tally) == {(PushState.DUE, None): 1, cancelled: 3}


async def test_who_got_it_can_be_reached_again_and_the_uncertain_repeated(
    store: Store, athens: Organisation
) -> None:
    found = await running(store, athens)
    key = (PushKind.ANNOUNCEMENT, found.occasion)
    claimed = await store.outbox.claim("w", NOW, 3, 60.0)
    await store.outbox.sent(claimed[0].id, 11, NOW)
    await store.outbox.sent(claimed[1].id, 12, NOW + DAY)
    await store.outbox.uncertain(claimed[2].id, NOW)
    async with store.unit() as unit:
        got = await unit.sendings.got(claimed[0].person_id, found.occasion)
        assert got is not None
        assert (got.message_id, got.at) == (11, NOW)
        assert await unit.sendings.got(claimed[2].person_id, found.occasion) is None
        assert await unit.sendings.got_since(found.occasion, NOW + HOUR) == (1, 1)
        again = Audience(got=found.id)
        assert (await unit.audiences.count(athens.id, again, HALF)).people == 2
        await unit.sendings.repeat(*key)
        assert (await unit.sendings.tally(*key))[PushState.DUE, None] == 2


async def test_audiences_are_saved_under_a_name(store: Store, athens: Organisation) -> None:
    other = await store.organisations.add(replace(ATHENS, id=0, name="Another"))
    async with store.unit() as unit:
        await unit.audiences.save(athens.id, "Desk", Audience())
        greek = Audience({Dimension.LANGUAGE: ("el",)})
        await unit.audiences.save(athens.id, "Desk", greek)
        [saved] = await unit.audiences.saved(athens.id)
        assert saved.audience == greek
        await unit.audiences.forget(other.id, saved.id)
        assert await unit.audiences.saved(athens.id)
        await unit.audiences.forget(athens.id, saved.id)
        assert not await unit.audiences.saved(athens.id)


async def test_who_wants_none_and_who_looks_twice_are_remembered(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        person = await member(unit, 1, athens)
        found = await written(unit, athens)
        await unit.announcements.opt_out(person.id, NOW)
        await unit.announcements.opt_out(person.id, NOW + DAY)
        assert await unit.announcements.opted_out(person.id)
        await unit.announcements.opt_in(person.id)
        assert not await unit.announcements.opted_out(person.id)
        for wanted in (True, True, False):
            await unit.announcements.want_second_look(athens.id, wanted)
            assert await unit.announcements.second_look(athens.id) is wanted
        await unit.announcements.vote(found.id, person.id, 0)
        await unit.announcements.vote(found.id, person.id, 1)
        assert (await unit.audiences.organisation(athens.id)).name == athens.name


async def test_texts_are_sealed_and_gone_after_thirteen_months(sql: Database) -> None:
    here = await sql.organisations.add(replace(ATHENS, id=0))
    async with sql.unit() as unit:
        found = await written(unit, here)
    await SqlRetention(sql.engine).carry_out(NOW + timedelta(days=400))
    async with sql.unit() as unit:
        assert await unit.announcements.get(found.id) is None


async def test_who_is_still_in_a_department_is_one_look(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        desk = await member(unit, 1, athens, "Desk")
        care = await member(unit, 2, athens, "Care")
        named = await unit.departments.named(athens.id, "Desk")
        only = Audience({Dimension.DEPARTMENT: (str(named.id),)})
        without = Audience(unwanted={Dimension.DEPARTMENT: (str(named.id),)})
        for person, inside in ((desk, True), (care, False)):
            assert await unit.audiences.holds(athens.id, only, person.id) is inside
            assert await unit.audiences.holds(athens.id, without, person.id) is not inside
        assert not await unit.audiences.holds(athens.id + 1, only, desk.id)


async def test_somebody_stands_where_the_furthest_of_their_pairs_is(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, mentee, other, ended = [await member(unit, n, athens) for n in range(1, 5)]
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        await unit.turns.put(turn.changed(step=Step.EVALUATION))
        await add_turn(unit, athens.id, mentor.id, other.id)
        over = await add_turn(unit, athens.id, other.id, ended.id)
        await unit.turns.put(over.changed(step=Step.CLOSING, ended_at=NOW))

        async def at(*steps: Step) -> int:
            audience = Audience({Dimension.MENTORING: tuple(steps)})
            return (await unit.audiences.count(athens.id, audience, HALF)).people

        assert [await at(step) for step in (Step.MATCHING, Step.EVALUATION, Step.CLOSING)] == [
            1,
            2,
            0,
        ]
        assert await at(Step.MATCHING, Step.EVALUATION) == 3
        cells = await unit.audiences.cells(
            athens.id, {Dimension.MENTORING: ["evaluation", "matching"]}, HALF
        )
        assert sorted(cells.values()) == [1, 1, 2]
