"""Turns of mentoring, and what is written in them."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from data.engine import Database, open_database
from data.mentoring_readings import read_turn
from data.tables.mentoring import mentoring_texts
from learning.account.model import Organisation
from learning.ask import Conflict
from learning.mentoring.agreement import AgreementState, Awaited, Goal
from learning.mentoring.check_in import Result, Stage
from learning.mentoring.cycle import Step
from learning.mentoring.model import Ending, Nudge, Party, Rest, Seen
from tests.contract.mentoring import add_agreement, add_check_in, add_turn, head_of
from tests.contract.people import ATHENS, DAY, KEYS, NOW, Store, Unit, add_learner

TODAY = NOW.date()


async def _two(unit: Unit) -> tuple[int, int]:
    return (await add_learner(unit, 1)).id, (await add_learner(unit, 2)).id


async def test_a_turn_comes_back_as_it_was_put(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        mentor, mentee = await _two(unit)
        turn = await add_turn(unit, athens.id, mentor, mentee)
        assert await unit.turns.get(turn.id) == turn
        full = turn.changed(
            mentor=Party(mentor, athens.id, None, Nudge.TOLD, TODAY),
            step=Step.MENTORING,
            phase="rapport",
            phase_since=TODAY,
            weeks=2,
            asked_on=TODAY,
            next_on=TODAY + timedelta(14),
            rests=(Rest(TODAY, TODAY + timedelta(7)),),
            look_at=None,
            looked_on=TODAY,
            ended_at=NOW,
            ending=Ending.CIRCLE,
        )
        await unit.turns.put(full)
        assert await unit.turns.get(turn.id) == full
        with pytest.raises(Conflict):
            await unit.turns.put(full)


async def test_running_turns_of_a_person_come_first(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        mentor, mentee = await _two(unit)
        third = (await add_learner(unit, 3)).id
        first = await add_turn(unit, athens.id, mentor, mentee)
        over = await add_turn(unit, athens.id, mentee, mentor)
        await unit.turns.put(over.changed(ended_at=NOW, look_at=None))
        other = await add_turn(unit, athens.id, third, mentor)
        assert [turn.id for turn in await unit.turns.of_person(mentor)] == [
            other.id,
            first.id,
            over.id,
        ]
        assert [turn.id for turn in await unit.turns.between(mentee, mentor)] == [over.id, first.id]
        assert not await unit.turns.between(third, mentee)


async def test_due_turns_come_with_both_people(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        mentor, mentee = await _two(unit)
        turn = await add_turn(unit, athens.id, mentor, mentee)
        await unit.turns.put(replace(turn, look_at=NOW, revision=1))
        await add_turn(unit, athens.id, mentor, mentee)
        [due] = await unit.turns.due(NOW, 5)
        assert due.turn.id == turn.id
        assert due.mentor.person is not None
        assert due.mentee.person is not None
        assert (due.mentor.person.id, due.mentee.person.id) == (mentor, mentee)
        await unit.turns.look_again([(turn.id, NOW + DAY)])
        assert not await unit.turns.due(NOW, 5)
        assert len(await unit.turns.due(NOW + DAY, 5)) == 2
        assert len(await unit.turns.due(NOW + DAY, 1)) == 1


async def test_an_erased_person_leaves_the_turn_and_their_words_go(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, mentee = await _two(unit)
        turn = await add_turn(unit, athens.id, mentor, mentee)
        await unit.turn_texts.write(head_of(turn, mentor), "mine")
        await unit.turn_texts.write(head_of(turn, mentee), "theirs")
        actor = await unit.people.by_id(mentee)
        assert actor.person is not None
        await unit.records.erase(actor.person, NOW)
        left = await unit.turns.get(turn.id)
        assert left is not None
        assert (left.mentor.person_id, left.mentee.person_id) == (mentor, None)
        assert [text for _, text in await unit.turn_texts.read(turn.id)] == ["mine"]


async def test_a_text_is_written_anew_dropped_and_destroyed(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, mentee = await _two(unit)
        turn = await add_turn(unit, athens.id, mentor, mentee)
        mine, theirs = head_of(turn, mentor), head_of(turn, mentee, Seen.ME, "2")
        for head, text in ((mine, "first"), (mine, "second"), (theirs, "own")):
            await unit.turn_texts.write(head, text)
        assert list(await unit.turn_texts.heads(turn.id)) == [mine, theirs]
        assert [text for _, text in await unit.turn_texts.read(turn.id)] == ["second", "own"]
        await unit.turn_texts.drop(turn.id, mentor, mine.kind, mine.about)
        assert list(await unit.turn_texts.heads(turn.id)) == [theirs]
        await unit.turn_texts.write(mine, "third")
        await unit.turn_texts.destroy(turn.id, mentee)
        assert list(await unit.turn_texts.heads(turn.id)) == [mine]
        await unit.turn_texts.destroy(turn.id)
        assert not await unit.turn_texts.heads(turn.id)


async def test_words_are_sealed_for_each_author_and_turn(sql: Database) -> None:
    """A copy of a sealed text cannot be opened once its author destroyed the key."""
    athens = await sql.organisations.add(replace(ATHENS, id=0))
    async with sql.unit() as unit:
        mentor, mentee = await _two(unit)
        turn = await add_turn(unit, athens.id, mentor, mentee)
        await unit.turn_texts.write(head_of(turn, mentor), "mine")
        kept = (await unit.session.one(select(mentoring_texts)))._asdict()
        assert "mine" not in kept["sealed"]
        assert sql.sealer.open(kept["sealed"]) is None
        await unit.turn_texts.destroy(turn.id, mentor)
        await unit.session.run(insert(mentoring_texts), kept)
        assert not await unit.turn_texts.read(turn.id)


async def test_an_agreement_is_open_then_in_force(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        mentor, mentee = await _two(unit)
        turn = await add_turn(unit, athens.id, mentor, mentee)
        draft = await add_agreement(unit, turn, mentee)
        assert await unit.agreements.open_of(turn.id) == draft
        assert await unit.agreements.in_force(turn.id) is None
        held = draft.changed(
            goals=(*draft.goals, Goal("Third", "By May")),
            state=AgreementState.AGREED,
            awaited=Awaited.SIGN,
            agreed_at=NOW,
        )
        await unit.agreements.put(held)
        assert await unit.agreements.in_force(turn.id) == held
        assert await unit.agreements.open_of(turn.id) is None
        with pytest.raises(Conflict):
            await unit.agreements.put(held)


async def test_a_side_has_one_check_in_of_a_day(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        mentor, mentee = await _two(unit)
        turn = await add_turn(unit, athens.id, mentor, mentee)
        mine = await add_check_in(unit, turn, mentee)
        await add_check_in(unit, turn, mentor)
        with pytest.raises(Conflict):
            await add_check_in(unit, turn, mentee)
        done = mine.changed(
            stage=Stage.DONE, result=Result.HELP, rating=3, seen=Seen.ME, fit="not", answered_at=NOW
        )
        await unit.check_ins.put(done)
        assert await unit.check_ins.get(mine.id) == done
        assert await unit.check_ins.find(turn.id, mentee, TODAY) == done
        assert list(await unit.check_ins.history(turn.id, mentee)) == [done]
        with pytest.raises(Conflict):
            await unit.check_ins.put(done)


_NUMBERS = count(1)
SEEN_BY = {Seen.ME: "author", Seen.PARTNER: "both", Seen.ANSWERED: "author"}


@given(written=st.lists(st.tuples(st.booleans(), st.sampled_from(Seen)), max_size=6))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_nobody_is_shown_a_text_that_was_not_released_to_them(
    sqlite_url: str, written: list[tuple[bool, Seen]]
) -> None:
    asyncio.run(_all_are_shown_rightly(sqlite_url, written))


async def _all_are_shown_rightly(url: str, written: list[tuple[bool, Seen]]) -> None:
    """Both people of a pair, and somebody else: by what the screens get to see."""
    database = await open_database(url, KEYS)
    name = f"Athens {next(_NUMBERS)}"
    athens = await database.organisations.add(replace(ATHENS, id=0, name=name))
    async with database.unit() as unit:
        people = [(await add_learner(unit, next(_NUMBERS))).id for _ in range(3)]
        turn = await add_turn(unit, athens.id, people[0], people[1])
        for at, (by_mentor, seen) in enumerate(written):
            author = people[0] if by_mentor else people[1]
            await unit.turn_texts.write(head_of(turn, author, seen, str(at)), f"{author} {seen}")
    for reader in people[:2]:
        read = await read_turn(database.engine, database.sealer, turn.id, reader)
        assert read is not None
        for head, text in read.texts:
            assert head.author_id == reader or SEEN_BY[head.seen] == "both"
            assert text == f"{head.author_id} {head.seen}"
        assert all(head.seen is Seen.ANSWERED for head in read.answered)
        mine = sum(by_mentor is (reader == people[0]) for by_mentor, _ in written)
        assert sum(head.author_id == reader for head, _ in read.texts) == mine
    assert await read_turn(database.engine, database.sealer, turn.id, people[2]) is None
    await database.close()
