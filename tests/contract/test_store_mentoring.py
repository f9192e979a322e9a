"""Turns of mentoring, and what is written in them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from data.engine import Database
from data.tables.mentoring import mentoring_texts
from learning.account.model import Organisation
from learning.ask import Conflict
from learning.mentoring.cycle import Step
from learning.mentoring.model import Ending, Nudge, Party, Rest, Seen
from tests.contract.mentoring import add_turn, head_of
from tests.contract.people import ATHENS, DAY, NOW, Store, Unit, add_learner

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
