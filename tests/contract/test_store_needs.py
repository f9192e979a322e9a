"""Drafts, rounds and answers of the needs analysis: the same over memory, SQLite and PostgreSQL."""

from dataclasses import replace

import pytest

from data.engine import Database
from learning.account.model import Organisation, Role
from learning.ask import Conflict
from learning.needs.answers import Answers, Wave
from learning.needs.model import Mode, Round, Sent, Turnout
from learning.organisations.model import Department
from learning.pushes.model import PushKind
from tests.contract.needs import ANSWERS, add_draft, add_round, answer_round
from tests.contract.people import ATHENS, DAY, NOW, Store, Unit, add_learner
from tests.contract.test_query_plans import plans


async def member(
    unit: Unit, organisation: Organisation, telegram_id: int, department: str | None = "Care"
) -> int:
    person = await add_learner(unit, telegram_id)
    await unit.memberships.begin(person.id, organisation.id, department, Role.LEARNER, None, NOW)
    return person.id


async def test_a_draft_comes_back_as_it_was_put_and_the_second_writer_is_told(
    store: Store,
) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        draft = await add_draft(unit, person.id)
        assert await unit.drafts.of(person.id) == draft
        on = replace(draft.answered(("3",)), at=None, picks=("a",), revision=1)
        await unit.drafts.put(on)
        assert await unit.drafts.get(draft.id) == on
        with pytest.raises(Conflict):
            await unit.drafts.put(on)
        other = await add_draft(unit, person.id)
        assert await unit.drafts.get(draft.id) is None
        await unit.drafts.drop(other.id)
        assert await unit.drafts.of(person.id) is None
        assert (await add_draft(unit, person.id)).id > other.id


async def test_a_round_comes_back_and_is_open_to_whom_it_asks(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        inside = await member(unit, athens, 1)
        outside = await member(unit, athens, 2, "Schools")
        round = await add_round(unit, athens.id, Mode.CONFIDENTIAL)
        care = Department(1, "Care")
        narrow = round.changed(departments=(care,), reminders=1, reminded_at=NOW)
        await unit.rounds.put(narrow)
        assert await unit.rounds.get(round.id) == narrow
        with pytest.raises(Conflict):
            await unit.rounds.put(narrow)
        assert await unit.rounds.open_to(await unit.people.by_id(inside), NOW) == narrow
        assert await unit.rounds.open_to(await unit.people.by_id(outside), NOW) is None
        assert await unit.rounds.open_to(await unit.people.by_id(inside), NOW + 8 * DAY) is None
        assert list(await unit.rounds.over(NOW)) == []
        assert list(await unit.rounds.over(NOW + 7 * DAY)) == [narrow]
        plan = await unit.rounds.add(Round(0, athens.id, "h"))
        assert list(await unit.rounds.of_organisation(athens.id, 9)) == [plan, narrow]
        await unit.rounds.drop(plan.id)
        assert await unit.rounds.get(plan.id) is None


async def test_only_the_silent_are_called_and_nobody_answers_twice(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        first, second = await member(unit, athens, 1), await member(unit, athens, 2, None)
        round = await add_round(unit, athens.id)
        await unit.rounds.mark_answered(round.id, first)
        assert await unit.rounds.has_answered(round.id, first)
        with pytest.raises(Conflict):
            await unit.rounds.mark_answered(round.id, first)
        assert set(await unit.rounds.turnout(round)) == {
            Turnout("Care", 1, 1),
            Turnout(None, 1, 0),
        }
        assert await unit.rounds.call(round, PushKind.NEEDS_ROUND, "1.0", NOW) == 1
        assert list(await unit.pushes.waiting(second, NOW, but=0)) == [PushKind.NEEDS_ROUND]
        assert not await unit.pushes.waiting(first, NOW, but=0)


async def test_answers_stay_with_their_person_in_a_confidential_round(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        person = await member(unit, athens, 1)
        round = await add_round(unit, athens.id, Mode.CONFIDENTIAL)
        sent = Sent(person, Wave.BEFORE, Mode.CONFIDENTIAL, "h", ANSWERS, NOW, round.id)
        await unit.rounds.mark_answered(round.id, person)
        await unit.sent_answers.put(sent)
        await unit.sent_answers.put(replace(sent, sent_at=NOW + DAY))
        assert list(await unit.sent_answers.of(person)) == [replace(sent, sent_at=NOW + DAY)]
        found = await unit.sent_answers.responses(round)
        assert (found.invited, found.answered) == (1, 1)
        [response] = found.people
        assert (response.answers, response.department, response.language) == (
            ANSWERS,
            "Care",
            "el",
        )


async def test_what_the_same_person_says_after_the_course_stands_beside_the_first_answers(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        round = await add_round(unit, athens.id, Mode.CONFIDENTIAL)
        other = await add_round(unit, athens.id, Mode.CONFIDENTIAL)
        same, elsewhere, silent = [await member(unit, athens, number) for number in (1, 2, 3)]
        for person in (same, elsewhere, silent):
            sent = Sent(person, Wave.BEFORE, Mode.CONFIDENTIAL, "h", ANSWERS, NOW, round.id)
            await unit.sent_answers.put(sent)
        again: Answers = {"talking": ("5",)}
        for person, counted in ((same, round.id), (elsewhere, other.id)):
            sent = Sent(person, Wave.AFTER, Mode.CONFIDENTIAL, "h", again, NOW + DAY, counted)
            await unit.sent_answers.put(sent)
        found = await unit.sent_answers.responses(round)
        assert sorted(len(who.again) for who in found.people) == [0, 0, 1]
        assert {who.answers["talking"] for who in found.people} == {("2",)}


async def test_answers_of_an_unlinked_round_have_nobody(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        round = await add_round(unit, athens.id)
        for level in ("1", "2", "3"):
            await unit.sent_answers.unlink(round, {"talking": (level,)})
        await unit.sent_answers.shuffle(round)
        found = await unit.sent_answers.responses(round)
        assert sorted(it.answers["talking"] for it in found.people) == [("1",), ("2",), ("3",)]
        assert {(it.language, it.department, it.sector) for it in found.people} == {
            (None, None, None)
        }


async def test_erasure_takes_drafts_marks_and_answers(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        person = await member(unit, athens, 1)
        round = await add_round(unit, athens.id)
        await answer_round(unit, round, person)
        known = (await unit.people.by_id(person)).person
        assert known is not None
        await unit.records.erase(known, NOW)
        assert await unit.drafts.of(person) is None
        assert not await unit.rounds.has_answered(round.id, person)
        assert not await unit.sent_answers.of(person)
        assert len((await unit.sent_answers.responses(round)).people) == 1


async def test_a_thousand_are_called_by_one_statement(sql: Database) -> None:
    athens = await sql.organisations.add(replace(ATHENS, id=0))
    async with sql.unit() as unit:
        for telegram_id in range(1001):
            await member(unit, athens, telegram_id, None)
        round = await add_round(unit, athens.id)
    with plans() as explained:
        async with sql.unit() as unit:
            called = await unit.rounds.call(round, PushKind.NEEDS_ROUND, "1.0", NOW)
    assert called == 1001
    assert len(explained) == 2
