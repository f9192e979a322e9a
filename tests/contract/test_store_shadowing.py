"""Days of job shadowing, and how far each side has written about them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select, update

from data.engine import Database
from data.mentoring_readings import read_turn
from data.retention import SqlRetention
from data.tables.mentoring import mentoring_turns
from data.tables.shadowing import mentoring_shadowing_days, mentoring_shadowing_notes
from learning.account.model import Organisation
from learning.ask import Conflict
from learning.mentoring.model import Seen
from learning.mentoring.shadowing.model import accepted, proposed
from tests.contract.mentoring import add_turn
from tests.contract.people import ATHENS, NOW, Store, add_learner
from tests.contract.shadowing import PLAN, add_day, add_note


async def test_a_day_is_proposed_agreed_and_followed_by_another(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, mentee = await add_learner(unit, 1), await add_learner(unit, 2)
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        assert await unit.shadowing_days.latest(turn.id) is None
        day = await add_day(unit, turn)
        waits = replace(proposed(day), mentee_ticks=("client", "notes"))
        await unit.shadowing_days.put(waits)
        with pytest.raises(Conflict):
            await unit.shadowing_days.put(waits)
        assert await unit.shadowing_days.get(day.id) == waits
        agreed = accepted(waits)
        await unit.shadowing_days.put(agreed)
        assert await unit.shadowing_days.latest(turn.id) == agreed
        assert agreed.agreed == PLAN
        second = await add_day(unit, turn, 2)
        assert await unit.shadowing_days.latest(turn.id) == second
        assert await unit.shadowing_days.get(0) is None
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await add_day(unit, turn, 2)


async def test_each_side_has_one_note_of_a_part(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        mentor, mentee = await add_learner(unit, 1), await add_learner(unit, 2)
        day = await add_day(unit, await add_turn(unit, athens.id, mentor.id, mentee.id))
        first = await add_note(unit, day, mentee.id)
        later = await add_note(unit, day, mentee.id, "debrief")
        await add_note(unit, day, mentor.id, "debrief")
        written = first.changed(
            answered=3, seen=Seen.ME, tries=True, by_when=date(2026, 12, 9), done_at=NOW
        )
        await unit.shadowing_notes.put(written)
        with pytest.raises(Conflict):
            await unit.shadowing_notes.put(written)
        assert await unit.shadowing_notes.get(first.id) == written
        assert await unit.shadowing_notes.of(day.id, mentee.id) == [written, later]
        assert await unit.shadowing_notes.get(0) is None
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await add_note(unit, day, mentee.id)


async def test_each_of_the_two_reads_the_day_and_their_own_notes(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        mentor, mentee, third = [await add_learner(unit, number) for number in (1, 2, 3)]
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        day = await add_day(unit, turn)
        note = await add_note(unit, day, mentee.id)
    read = await read_turn(sql.engine, sql.sealer, turn.id, mentee.id)
    other = await read_turn(sql.engine, sql.sealer, turn.id, mentor.id)
    assert read
    assert other
    assert (read.shadowing, read.notes) == (day, (note,))
    assert (other.shadowing, other.notes) == (day, ())
    assert await read_turn(sql.engine, sql.sealer, turn.id, third.id) is None


async def test_erasing_one_leaves_no_name_and_no_note_of_theirs(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        mentor, mentee = await add_learner(unit, 1), await add_learner(unit, 2)
        day = await add_day(unit, await add_turn(unit, athens.id, mentor.id, mentee.id))
        mine = await add_note(unit, day, mentor.id)
        await add_note(unit, day, mentee.id)
        await unit.records.erase(mentee, NOW)
        left = await unit.shadowing_days.get(day.id)
        assert left == replace(day, mentee_id=None)
        assert await unit.shadowing_notes.of(day.id, mentor.id) == [mine]
        assert await unit.shadowing_notes.of(day.id, mentee.id) == []


async def test_days_go_when_nobody_knows_any_more_whose_turn_it_was(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        mentor, mentee = await add_learner(unit, 1), await add_learner(unit, 2)
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        await add_note(unit, await add_day(unit, turn), mentee.id)
    async with sql.engine.writing() as session:
        long_ago = update(mentoring_turns).values(ended_at=NOW - timedelta(400))
        await session.run(long_ago)
    await SqlRetention(sql.engine).carry_out(NOW)
    async with sql.engine.reading() as session:
        for table in (mentoring_shadowing_notes, mentoring_shadowing_days):
            counted = await session.one(select(func.count().label("n")).select_from(table))
            assert counted.n == 0
