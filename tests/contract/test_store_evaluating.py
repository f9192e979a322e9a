"""Looking back at turns, and the good practices that were released."""

from datetime import timedelta

import pytest

from data.engine import Database
from data.evaluating_readings import read_look_back, read_practices
from learning.account.model import Organisation
from learning.ask import Conflict
from learning.mentoring.evaluating.model import Evaluation, PracticeState
from learning.mentoring.model import Seen, TextHead, TextKind
from tests.contract.evaluating import practice, write_card
from tests.contract.mentoring import add_turn
from tests.contract.people import ATHENS, NOW, Store, add_learner


async def test_each_side_looks_back_once(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        mentor, mentee = await add_learner(unit, 1), await add_learner(unit, 2)
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        made = await unit.evaluations.add(Evaluation(0, turn.id, mentor.id))
        full = made.changed(ratings={"e-open": 4, "e-goals": 0}, seen=Seen.PARTNER, sent_at=NOW)
        await unit.evaluations.put(full)
        with pytest.raises(Conflict):
            await unit.evaluations.put(full)
        assert await unit.evaluations.get(made.id) == full
        assert await unit.evaluations.of(turn.id, mentor.id) == full
        assert await unit.evaluations.of(turn.id, mentee.id) is None
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await unit.evaluations.add(Evaluation(0, turn.id, mentor.id))


async def test_what_was_sent_counts_where_its_author_belonged(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, mentee = await add_learner(unit, 1), await add_learner(unit, 2)
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        later = NOW + timedelta(minutes=1)
        await unit.evaluations.add(Evaluation(0, turn.id, mentee.id, {"a": 2}, sent_at=later))
        await unit.evaluations.add(Evaluation(0, turn.id, mentor.id, {"a": 5}, sent_at=NOW))
        another = await add_turn(unit, athens.id, mentor.id, mentee.id)
        await unit.evaluations.add(Evaluation(0, another.id, mentor.id, {"a": 1}))
        assert await unit.evaluations.sent(athens.id) == [{"a": 5}, {"a": 2}]
        assert await unit.evaluations.sent(athens.id + 1) == []


async def test_a_card_is_released_decided_on_and_taken_back(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 1)
        turn = await add_turn(unit, athens.id, person.id, None)
        await write_card(unit, turn, person.id)
        first = await unit.practices.release(practice(turn, person.id, athens.id))
        made = await unit.practices.release(practice(turn, person.id, athens.id))
        assert await unit.practices.get(first.id) in (None, made)
        assert await unit.practices.of(turn.id, person.id) == made
        waiting = await unit.practices.in_state(athens.id, PracticeState.WAITING, 9)
        assert waiting == [made]
        published = made.changed(state=PracticeState.PUBLISHED)
        await unit.practices.put(published)
        with pytest.raises(Conflict):
            await unit.practices.put(published)
        assert await unit.practices.in_state(athens.id, PracticeState.PUBLISHED, 9) == [published]
        assert await unit.practices.in_state(athens.id + 1, PracticeState.PUBLISHED, 9) == []
        await unit.practices.drop(made.id)
        assert await unit.practices.get(made.id) is None


async def test_a_released_card_outlives_the_texts_of_its_turn_and_goes_with_its_author(
    sql: Database,
) -> None:
    async with sql.unit() as unit:
        person, other = await add_learner(unit, 1), await add_learner(unit, 2)
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        turn = await add_turn(unit, athens.id, person.id, other.id)
        await write_card(unit, turn, person.id)
        made = await unit.practices.release(practice(turn, person.id, athens.id))
        await unit.turn_texts.destroy(turn.id)
    (read,) = await read_practices(sql.engine, sql.sealer, [made.id])
    assert read.words == {"situation": "We asked twice."}
    async with sql.unit() as unit:
        await unit.records.erase(person, NOW)
    assert await read_practices(sql.engine, sql.sealer, [made.id]) == ()


async def test_looking_back_shows_only_what_was_released_to_the_reader(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        mentor, mentee, third = [await add_learner(unit, number) for number in (1, 2, 3)]
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        await write_card(unit, turn, mentor.id, "mine alone")
        for author, seen, text in (
            (mentor.id, Seen.ME, "nobody else"),
            (mentee.id, Seen.PARTNER, "for you"),
        ):
            head = TextHead(turn.id, author, TextKind.LOOKING_BACK, "1", seen, NOW)
            await unit.turn_texts.write(head, text)
    to_mentor = await read_look_back(sql.engine, sql.sealer, turn.id, mentor.id)
    to_mentee = await read_look_back(sql.engine, sql.sealer, turn.id, mentee.id)
    assert to_mentor
    assert to_mentee
    assert (to_mentor.said, dict(to_mentor.card)) == ("for you", {"situation": "mine alone"})
    assert (to_mentee.said, dict(to_mentee.card)) == (None, {})
    assert await read_look_back(sql.engine, sql.sealer, turn.id, third.id) is None
