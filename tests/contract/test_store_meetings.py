"""Meetings of pairs, and what is said after them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from data.engine import Database
from data.mentoring_readings import read_turn
from data.retention import SqlRetention
from learning.account.model import Organisation
from learning.ask import Conflict
from learning.mentoring.check_in import CheckIn
from learning.mentoring.meeting.model import Answer, Met, called_off, settled, topic_head
from tests.contract.meeting import add_meeting, plan_meeting
from tests.contract.mentoring import add_turn
from tests.contract.people import ATHENS, DAY, NOW, Store, add_learner


async def test_a_meeting_is_kept_as_it_changes(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        mentor, mentee = await add_learner(unit, 1), await add_learner(unit, 2)
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        assert await unit.meetings.latest(turn.id) is None
        made = await add_meeting(unit, turn)
        fixed = settled(made, NOW + DAY)
        await unit.meetings.put(fixed)
        with pytest.raises(Conflict):
            await unit.meetings.put(fixed)
        assert await unit.meetings.get(made.id) == fixed
        assert await unit.meetings.latest(turn.id) == fixed
        another = await add_meeting(unit, turn)
        assert await unit.meetings.latest(turn.id) == another
        assert another.id > made.id


async def test_the_meetings_of_a_day_are_found_for_either_of_the_two(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, *mentees = [await add_learner(unit, number) for number in (1, 2, 3)]
        later = []
        for hours, mentee in zip((5, 2), mentees, strict=True):
            turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
            fixed = settled(await add_meeting(unit, turn), NOW + timedelta(hours=hours))
            await unit.meetings.put(fixed)
            later.append(fixed)
        await add_meeting(unit, await add_turn(unit, athens.id, mentor.id, mentees[0].id))
        assert await unit.meetings.between(mentor.id, NOW, NOW + DAY) == later[::-1]
        assert await unit.meetings.between(mentees[0].id, NOW, NOW + DAY) == later[:1]
        assert await unit.meetings.between(mentor.id, NOW + DAY, NOW + 2 * DAY) == []
        await unit.meetings.put(called_off(later[0]))
        assert await unit.meetings.between(mentees[0].id, NOW, NOW + DAY) == []


async def test_what_is_said_after_a_meeting_is_its_author_s(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, mentee = await add_learner(unit, 1), await add_learner(unit, 2)
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        meeting = await add_meeting(unit, turn)
        said = Answer(meeting.id, mentee.id, Met.NOT_YET, NOW)
        await unit.meeting_answers.put(said)
        assert not await unit.meeting_answers.said_fit(turn.id, mentee.id)
        fitting = replace(said, met=Met.YES, fit="deciding")
        await unit.meeting_answers.put(fitting)
        assert await unit.meeting_answers.of(meeting.id, mentee.id) == fitting
        assert await unit.meeting_answers.of(meeting.id, mentor.id) is None
        assert await unit.meeting_answers.said_fit(turn.id, mentee.id)
        assert not await unit.meeting_answers.said_fit(turn.id, mentor.id)


async def test_fits_of_an_organisation_come_from_meetings_and_check_ins(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        mentor, mentee = await add_learner(unit, 1), await add_learner(unit, 2)
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        meeting = await add_meeting(unit, turn)
        await unit.meeting_answers.put(Answer(meeting.id, mentee.id, Met.YES, NOW + DAY, "good"))
        await unit.meeting_answers.put(Answer(meeting.id, mentor.id, Met.YES, NOW))
        checked = CheckIn(0, turn.id, mentor.id, NOW.date(), "q", True, answered_at=NOW)
        added = await unit.check_ins.add(checked)
        await unit.check_ins.put(added.changed(fit="not"))
        assert await unit.meeting_answers.fits(athens.id) == ["not", "good"]
        assert await unit.meeting_answers.fits(athens.id + 1) == []


async def test_each_reads_where_they_meet_and_only_what_was_ticked(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        mentor, mentee, third = [await add_learner(unit, number) for number in (1, 2, 3)]
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        meeting = await add_meeting(unit, turn)
        await unit.turn_texts.write(meeting.place_head(mentee.id, NOW), "Room 3")
        await unit.turn_texts.write(topic_head(turn, mentee.id, "adaptation", NOW), "adaptation")
    for reader in (mentor, mentee):
        read = await read_turn(sql.engine, sql.sealer, turn.id, reader.id)
        assert read
        assert (read.meeting, read.place, read.topics) == (meeting, "Room 3", ("adaptation",))
        assert read.partner_zone == "Europe/Athens"
    assert await read_turn(sql.engine, sql.sealer, turn.id, third.id) is None


async def test_erasing_one_of_the_two_leaves_the_meeting_without_them(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        mentor, mentee = await add_learner(unit, 1), await add_learner(unit, 2)
        turn = await add_turn(unit, athens.id, mentor.id, mentee.id)
        meeting = await add_meeting(unit, turn)
        await unit.meeting_answers.put(Answer(meeting.id, mentee.id, Met.YES, NOW, "good"))
    async with sql.unit() as unit:
        await unit.records.erase(mentee, NOW)
    async with sql.unit() as unit:
        kept = await unit.meetings.get(meeting.id)
        assert kept
        assert (kept.mentor_id, kept.mentee_id) == (mentor.id, None)
        assert await unit.meeting_answers.of(meeting.id, mentee.id) is None


async def test_a_year_after_the_turn_nothing_of_its_meetings_is_kept(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        person = await add_learner(unit, 1)
        await plan_meeting(unit, athens.id, person.id)
        (turn,) = await unit.turns.of_person(person.id)
        await unit.turns.put(turn.changed(ended_at=NOW))
    await SqlRetention(sql.engine).carry_out(NOW + 400 * DAY)
    async with sql.unit() as unit:
        assert await unit.meetings.latest(turn.id) is None
