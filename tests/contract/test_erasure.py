"""Who is erased is gone from every table, and stays gone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from data.engine import Database
from data.erased_again import erase_again, note_erasures
from data.erasure import person_keys, personal_tables
from data.readers import SqlReaders
from data.tables.complete import metadata
from data.tables.erasures import erasures, tallies
from learning.account.model import EnrolmentCode, Organisation, Person, Role
from learning.audit import Deed, Entry
from learning.inbox import NewUpdate, Source
from learning.lessons.model import SittingKind, Step, StepKind
from learning.organisations.model import Sheet
from learning.pushes.model import NewPush, PushKind
from learning.reader import LiveMessage
from learning.records.categories import CATEGORY_OF
from learning.reviews.model import Confidence, Rating
from learning.reviews.scheduling import schedule
from learning.talk.model import Focus, Prompt, Shown
from learning.talk.turns import OpenTalk, Slot, Talk
from learning.tickets.model import Side, Ticket, TicketKind
from tests.contract.every_table import leave_a_row_everywhere
from tests.contract.people import ATHENS, NOW, Store, add_learner


async def _athens(database: Database) -> Organisation:
    """With an open code."""
    known = await database.organisations.find(ATHENS.name)
    if known is not None:
        return known
    athens = await database.organisations.add(ATHENS)
    await database.organisations.add_code(
        EnrolmentCode("poster", athens, None, Role.LEARNER, "poster", None, None, False)
    )
    return athens


async def _lives(database: Database, telegram_id: int) -> Person:
    """Somebody who has left a row wherever a learner or a coordinator can."""
    athens = await _athens(database)
    async with database.unit() as unit:
        person = await add_learner(unit, telegram_id)
        steps = (Step(StepKind.CLOSE, "first"),)
        sitting = await unit.sittings.add(person.id, SittingKind.LESSON, "first", steps, NOW)
        here = Focus(Prompt.SITTING, sitting.id)
        await unit.focuses.put(person.id, here)
        await unit.held_texts.hold(person.id, "in doubt", NOW)
        await unit.conversations.put(person.id, OpenTalk(Talk.PAUSE, Slot.UNTIL), 1, NOW)
        await unit.names.settle(person.id, "Ana")
        await unit.completions.add(person.id, "first", True, NOW)
        await unit.days.add(person.id, NOW.date())
        review = schedule(person.id, "first.q1", None, Rating.GOOD, NOW)
        await unit.reviews.put(review)
        await unit.reviews.log(person.id, "first.q1", Rating.GOOD, Confidence.SURE, NOW)
        await unit.pushes.add([NewPush(person.id, PushKind.DAILY, "monday", NOW)])
        await unit.phone_moves.begin(person.id, NOW)
        await unit.sheets.add(Sheet(0, athens.id, made_by=person.id))
        code = await unit.codes.find("poster")
        assert code is not None
        await unit.codes.reach(code.id, person.id, NOW)
        await unit.audit.record(Entry(athens.id, Deed.LEFT, NOW, person.id, person.id))
        await unit.memberships.begin(
            person.id, athens.id, None, Role.COORDINATOR, None, NOW, code.id
        )
    await SqlReaders(database.engine).shown([(telegram_id, LiveMessage(9, prompt=Shown(here, 0)))])
    known = database.organisations
    organisation = await known.find(ATHENS.name) or await known.add(replace(ATHENS, id=0))
    async with database.unit() as unit:
        asked = Ticket(
            0, organisation.id, person.id, TicketKind.PERSON, Role.COORDINATOR, None, NOW
        )
        await unit.tickets.write(await unit.tickets.add(asked), person.id, "help", Side.ASKER, NOW)
    await database.inbox.take([NewUpdate(telegram_id, telegram_id, "{}", Source(telegram_id))])
    return person


async def _rows(database: Database, person: Person) -> dict[str, int]:
    counts = {}
    async with database.engine.reading() as session:
        for table in personal_tables():
            found = [
                await session.rows(select(table).where(column == value))
                for column, value in person_keys(table, person)
            ]
            counts[table.name] = sum(map(len, found))
    return {name: count for name, count in counts.items() if count}


def test_every_table_about_people_has_a_category() -> None:
    assert set(CATEGORY_OF) == {table.name for table in personal_tables()}


def test_every_table_about_people_has_a_key_to_find_a_person_by() -> None:
    person = Person(1, 2, "en", "UTC")
    assert all(person_keys(table, person) for table in personal_tables())


def test_every_table_that_points_to_a_person_says_what_erasure_does() -> None:
    pointing = {
        table.name
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "persons"
    }
    assert pointing <= {table.name for table in personal_tables()}


async def test_erasure_reaches_every_table_there_is(sql: Database) -> None:
    async with sql.unit() as unit:
        gone, stays = [await unit.people.add(id, "el", "UTC", NOW) for id in (1001, 1002)]
    for person in (gone, stays):
        await leave_a_row_everywhere(sql, person)
    before = await _rows(sql, stays)
    assert set(await _rows(sql, gone)) == {table.name for table in personal_tables()}
    async with sql.unit() as unit:
        await unit.records.erase(gone, NOW)
    assert await _rows(sql, gone) == {}
    assert await _rows(sql, stays) == before


async def test_nothing_of_an_erased_person_stays_and_others_are_left_alone(
    sql: Database,
) -> None:
    gone, stays = await _lives(sql, 1001), await _lives(sql, 1002)
    before = await _rows(sql, stays)
    async with sql.unit() as unit:
        receipt = await unit.records.erase(gone, NOW)
    assert receipt
    assert await _rows(sql, gone) == {}
    assert await _rows(sql, stays) == before
    async with sql.unit() as unit:
        assert (await unit.people.actor(1001)).person is None


async def test_what_was_counted_stays_as_a_number(sql: Database) -> None:
    gone = await _lives(sql, 1001)
    async with sql.unit() as unit:
        await unit.records.erase(gone, NOW)
    async with sql.engine.reading() as session:
        rows = await session.rows(select(tallies))
    assert {row.name: row.number for row in rows}["completions"] == 1


async def test_an_update_on_its_way_is_still_answered_but_is_nobodys(sql: Database) -> None:
    gone = await _lives(sql, 1001)
    async with sql.unit() as unit:
        await unit.records.erase(gone, NOW)
    (taken,) = await sql.inbox.taken()
    assert (taken.update_id, taken.lane) == (1001, 0)


async def test_erasing_works_the_same_in_memory(store: Store) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit)
    async with store.unit() as unit:
        await unit.records.erase(person, NOW)
    async with store.unit() as unit:
        assert (await unit.people.actor(person.telegram_id)).person is None


async def test_a_restored_backup_brings_nobody_back(sql: Database, tmp_path: Path) -> None:
    file = tmp_path / "erased"
    person = await _lives(sql, 1001)
    async with sql.unit() as unit:
        await unit.records.erase(person, NOW)
    await note_erasures(sql, file)
    await note_erasures(sql, file)
    assert len(file.read_text().splitlines()) == 1
    assert "1001" not in file.read_text()

    async with sql.engine.writing() as session:  # as an older backup has it
        await session.run(tallies.delete())
        await session.run(erasures.delete())
    back = await _lives(sql, 1001)
    assert await erase_again(sql, file) == 1
    assert await _rows(sql, back) == {}


async def test_who_arrives_anew_after_an_erasure_stays(sql: Database, tmp_path: Path) -> None:
    file = tmp_path / "erased"
    person = await _lives(sql, 1001)
    async with sql.unit() as unit:
        await unit.records.erase(person, NOW - timedelta(days=30))
    await note_erasures(sql, file)
    async with sql.engine.writing() as session:
        await session.run(erasures.delete())
    anew = await _lives(sql, 1001)
    assert await erase_again(sql, file) == 0
    assert await _rows(sql, replace(anew)) != {}
