"""What people write to each other: sealed under a key of its author, which secret keys wrap."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from data.author_keys import AuthorSeals
from data.backup import backup, restore
from data.engine import Database, open_database
from data.erased_again import erase_again, note_erasures
from data.readings import SqlReadings
from data.resealing import reseal
from data.sealing import Sealer, new_key
from data.tables.tickets import author_keys, ticket_texts
from learning.account.model import Organisation, Role
from learning.announcements.model import Announcement, Version
from learning.events.model import Event
from learning.readings import TicketWords
from learning.tickets.model import Side, Ticket, TicketKind, TicketState
from tests.contract.people import ATHENS, DAY, KEYS, NOW, add_learner

OLD, NEW = KEYS[0], new_key()
WORDS = ((False, "the question"), (True, "the answer"))


async def _talk(database: Database) -> Ticket:
    """A ticket of person 1, answered by person 2; the first has a name."""
    athens = await database.organisations.add(replace(ATHENS, id=0))
    async with database.unit() as unit:
        asker, staff = await add_learner(unit, 1), await add_learner(unit, 2)
        new = Ticket(0, athens.id, asker.id, TicketKind.PERSON, Role.COORDINATOR, None, NOW)
        ticket = (await unit.tickets.add(new)).changed(state=TicketState.OPEN)
        await unit.tickets.put(ticket)
        await unit.names.settle(asker.id, "Ana")
        await unit.tickets.write(ticket, asker.id, "the question", Side.ASKER, NOW)
        await unit.tickets.write(ticket, staff.id, "the answer", Side.STAFF, NOW)
        await unit.held_texts.hold(asker.id, "in doubt", NOW)
    return ticket


async def _words(database: Database, ticket: int) -> TicketWords | None:
    return await SqlReadings(database.engine, database.sealer).ticket_words(ticket)


async def test_everybody_seals_under_a_key_of_their_own(sql: Database) -> None:
    await _talk(sql)
    async with sql.engine.reading() as session:
        keys = await session.rows(select(author_keys))
        texts = await session.rows(select(ticket_texts))
        assert len({sql.sealer.open(row.wrapped) for row in keys}) == 2
        assert not any(sql.sealer.open(row.sealed) for row in texts), "not by the secret key"
        seals = AuthorSeals(session, sql.sealer)
        first, second = texts
        assert await seals.open(second.author_id, first.sealed) is None


async def test_keys_are_rotated_the_old_one_is_dropped_and_all_is_read(
    sql: Database, sql_url: str
) -> None:
    ticket = await _talk(sql)
    both = await open_database(sql_url, [NEW, OLD])
    assert await reseal(both) == 3  # two authors' keys, and the text in doubt
    assert await reseal(both) == 0
    await both.close()
    alone = await open_database(sql_url, [NEW])
    assert await _words(alone, ticket.id) == TicketWords("Ana", WORDS)
    async with alone.unit() as unit:
        staff = (await unit.people.actor(2)).person
        assert staff is not None
        await unit.tickets.write(ticket, staff.id, "and more", Side.STAFF, NOW)
    assert len((await _words(alone, ticket.id) or TicketWords(None, ())).texts) == 3
    assert await _words(sql, ticket.id) == TicketWords(None, ()), "the old key reads nothing now"
    await alone.close()


async def test_what_was_sealed_before_authors_had_keys_is_read_and_rotated(
    sql: Database, sql_url: str
) -> None:
    ticket = await _talk(sql)
    async with sql.engine.writing() as session:
        old = {"sealed": sql.sealer.seal("of old"), "author_id": None}
        await session.run(ticket_texts.update().values(old))
    assert await reseal(sql) == 0, "a single key has nothing to rotate"
    both = await open_database(sql_url, [NEW, OLD])
    await reseal(both)
    await both.close()
    alone = await open_database(sql_url, [NEW])
    words = await _words(alone, ticket.id)
    assert words is not None
    assert {text for _, text in words.texts} == {"of old"}
    await alone.close()


async def test_with_the_author_goes_the_key_and_no_copy_of_the_words_is_read(
    sql: Database,
) -> None:
    await _talk(sql)
    async with sql.engine.reading() as session:
        copied = [(row.author_id, row.sealed) for row in await session.rows(select(ticket_texts))]
    async with sql.unit() as unit:
        actor = await unit.people.actor(2)
        assert actor.person is not None
        await unit.records.erase(actor.person, NOW)
    async with sql.engine.reading() as session:
        seals = AuthorSeals(session, sql.sealer)
        read = [await seals.open(*each) for each in copied]
        assert len(await session.rows(select(ticket_texts))) == 1
    assert read == ["the question", None]


async def test_a_destroyed_key_and_wiped_words_stay_so_after_a_restore(
    sqlite_url: str, tmp_path: Path
) -> None:
    """Also when the secret keys were rotated in between."""
    marks, copy = tmp_path / "erased", tmp_path / "copy"
    database = await open_database(sqlite_url, [OLD])
    ticket = await _talk(database)
    backup(sqlite_url, copy)
    async with database.unit() as unit:
        found = await unit.tickets.get(ticket.id)
        assert found is not None
        await unit.tickets.put(found.changed(state=TicketState.CLOSED, closed_at=NOW + DAY))
        await unit.tickets.wipe(ticket.id, NOW + DAY)
        staff = (await unit.people.actor(2)).person
        assert staff is not None
        await unit.records.erase(staff, NOW + DAY)
    await note_erasures(database, marks)
    await database.close()

    back_url = f"sqlite:///{tmp_path / 'back.sqlite3'}"
    restore(back_url, copy)
    back = await open_database(back_url, [NEW, OLD])
    assert await _words(back, ticket.id) == TicketWords("Ana", WORDS)
    assert await erase_again(back, marks) == 2
    assert await _words(back, ticket.id) == TicketWords("Ana", ())
    async with back.engine.reading() as session:
        assert [row.person_id for row in await session.rows(select(author_keys))] == [1]
    async with back.unit() as unit:
        again = await unit.tickets.get(ticket.id)
    assert again is not None
    assert again.state is TicketState.CLOSED
    await back.close()


def test_a_value_is_sealed_anew_only_when_an_older_key_sealed_it() -> None:
    both = Sealer([NEW, OLD])
    assert both.renewed(both.seal("word")) is None
    assert both.renewed("{}") is None
    anew = both.renewed(Sealer([OLD]).seal("word"))
    assert anew is not None
    assert Sealer([NEW]).open(anew) == "word"


async def test_what_is_announced_is_read_after_the_keys_were_rotated(
    sql: Database, sql_url: str
) -> None:
    here = await sql.organisations.add(Organisation(0, "Town", "gr", "Europe/Athens", "el"))
    async with sql.unit() as unit:
        event = await unit.events.add(Event(0, here.id, None, NOW, titles={"en": "Plain words"}))
        made = await unit.announcements.add(Announcement(0, here.id, None, NOW))
        await unit.announcements.write(made.id, "en", Version("Come"))
    both = await open_database(sql_url, [NEW, OLD])
    await reseal(both)
    await both.close()
    alone = await open_database(sql_url, [NEW])
    async with alone.unit() as unit:
        assert await unit.events.get(event.id) == event
        read = await unit.announcements.get(made.id)
        assert read is not None
        assert read.versions == {"en": Version("Come")}
    await alone.close()
