import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import insert, text

from data import migrate
from data.backup import backup, restore
from data.definitions import StoredDefinition
from data.engine import open_database
from data.readers import SqlReaders
from data.refusals import BackupRefused
from data.role_menus import SqlRoleMenus
from data.signing import signing_key
from data.tables.complete import metadata
from data.tables.counts import choice_counts, ratings
from data.tables.files import sent_files
from learning.account.model import EnrolmentCode, Offer, Pause, PauseScope, Role
from learning.announcements.model import Announcement, Audience, Version
from learning.audit import Deed, Entry
from learning.certificates.model import Certificate, CertificateKind
from learning.events.model import Event, Registration, Seat
from learning.inbox import NewUpdate, Source
from learning.lessons.model import SittingKind
from learning.organisations.model import Sheet
from learning.pushes.model import NewPush, PushKind
from learning.reader import LiveMessage, RoleMenu
from learning.reviews.model import Rating, Review
from learning.talk.model import Focus, Prompt, Shown
from learning.talk.turns import OpenTalk, Slot, Talk
from learning.tickets.model import Concern, Side, Ticket, TicketKind
from tests.contract.evaluating import look_back
from tests.contract.matching import leave_matched
from tests.contract.meeting import plan_meeting
from tests.contract.mentoring import add_turn, write_in_turn
from tests.contract.needs import add_round, answer_round
from tests.contract.people import ATHENS, DAY, KEYS, NOW, STEPS, Unit, add_learner
from tests.contract.shadowing import shadow
from tests.contract.test_store_practice import SCENARIO
from tests.postgres import empty_postgres_url as empty_postgres_url

BOT = 4_000_000_000


async def _live(url: str) -> None:
    """Something in every table."""
    database = await open_database(url, KEYS)
    await database.installation.claim(BOT)
    await database.definitions.store([StoredDefinition("h", "lesson", "1.1.a", '"Καλημέρα"')])
    await database.outbox.pause_bot(5)
    await database.outbox.take_turns(1.0, 0.0)
    athens = await database.organisations.add(ATHENS)
    code = EnrolmentCode("ath", athens, "Care", Role.LEARNER, "poster", 5, NOW + DAY, False)
    await database.organisations.add_code(code)
    async with database.unit() as unit:
        person = await add_learner(unit, next_due_at=NOW)
        await unit.memberships.begin(person.id, athens.id, "Care", Role.LEARNER, None, NOW)
        enrolment = (await unit.people.actor(1001)).enrolment
        assert enrolment is not None
        pause = Pause(PauseScope.LESSONS, date(2026, 12, 1), None)
        offer = Offer("1.1.a", date(2026, 11, 23))
        await unit.enrolments.put(replace(enrolment, pauses=(pause,), offer=offer, revision=1))
        sitting = await unit.sittings.add(person.id, SittingKind.LESSON, "l", STEPS, NOW)
        await unit.focuses.put(person.id, Focus(Prompt.SITTING, sitting.id))
        await unit.completions.add(person.id, "l", True, NOW)
        await unit.days.add(person.id, date(2026, 11, 23))
        await unit.reviews.put(Review(person.id, "q", 1.5, 5.25, NOW + DAY, NOW))
        await unit.reviews.log(person.id, "q", Rating.GOOD, None, NOW)
        await unit.runs.add(person.id, SCENARIO, "h")
        await unit.pushes.add([NewPush(person.id, PushKind.DAILY, "today", NOW)])
    async with database.unit() as unit:
        sheet = await unit.sheets.add(Sheet(0, athens.id, made_by=person.id))
        opening = await unit.codes.find("ath")
        assert opening is not None
        await unit.codes.reach(opening.id, person.id, NOW)
        await unit.phone_moves.begin(person.id, NOW)
        await answer_round(unit, await add_round(unit, athens.id), person.id)
        await unit.held_texts.hold(person.id, "in doubt", NOW)
        await unit.conversations.put(person.id, OpenTalk(Talk.PAUSE, Slot.UNTIL), 1, NOW)
        await unit.names.settle(person.id, "Ana")
        asked = Ticket(0, athens.id, person.id, TicketKind.PERSON, Role.COORDINATOR, None, NOW)
        await unit.tickets.write(await unit.tickets.add(asked), person.id, "help", Side.ASKER, NOW)
        concern = replace(asked, kind=TicketKind.CONCERN, concern=Concern(person.id, 1))
        await unit.tickets.add(concern)
        await unit.audit.record(Entry(athens.id, Deed.MADE_SHEET, NOW, person.id, thing=sheet.id))
        await unit.course_reports.add(athens.id, NOW.date(), None)
        made = Certificate(
            0, "", person.id, CertificateKind.COURSE, "qser", "v", 386, date(2026, 11, 20), NOW
        )
        await unit.certificates.add(made)
        await leave_matched(unit, athens.id, person.id)
        await write_in_turn(unit, await add_turn(unit, athens.id, person.id, None))
        await look_back(unit, athens.id, person.id)
        await plan_meeting(unit, athens.id, person.id)
        await shadow(unit, athens.id, person.id)
        await _announce(unit, athens.id, person.id)
    async with database.engine.writing() as session:
        await signing_key(session, database.sealer)
        counted = {"about": "q", "choice": "a", "shown": 5, "waiting": 1}
        await session.run(insert(choice_counts), {"organisation_id": athens.id, **counted})
        await session.run(insert(ratings), {"person_id": person.id, "subunit": "words"})
        await session.run(insert(sent_files), {"hash": "h", "file_id": "f"})
    await SqlRoleMenus(database.engine).told(RoleMenu(7, "el", frozenset({Role.OWNER})))
    async with database.unit() as unit:
        gone = await add_learner(unit, 1002)
        await unit.completions.add(gone.id, "l", True, NOW)
        await unit.records.erase(gone, NOW)
    await database.inbox.take([NewUpdate(1, 7, "{}", Source(7)), NewUpdate(2, 7, "{}", None)])
    shown = Shown(Focus(Prompt.SITTING, sitting.id), 0)
    await SqlReaders(database.engine).shown([(7, LiveMessage(12, prompt=shown))])
    await database.close()


async def _announce(unit: Unit, here: int, person: int) -> None:
    """A row in each table about announcements and events."""
    said = await unit.announcements.add(Announcement(0, here, person, NOW))
    await unit.announcements.write(said.id, "en", Version("Come!"))
    await unit.announcements.vote(said.id, person, 0)
    await unit.announcements.opt_out(person, NOW)
    await unit.announcements.want_second_look(here, True)
    await unit.audiences.save(here, "Desk", Audience())
    await unit.sendings.hold(PushKind.ANNOUNCEMENT, said.occasion)
    event = await unit.events.add(Event(0, here, person, NOW))
    await unit.events.register(Registration(event.id, person, Seat.REGISTERED, NOW))
    await unit.events.count_answer(event.id, 0, 3)


@pytest.fixture
def lived(sql_url: str) -> str:
    asyncio.run(_live(sql_url))
    return sql_url


@pytest.fixture
def elsewhere(sql_url: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if sql_url.startswith("sqlite"):
        return f"sqlite:///{tmp_path / 'new' / 'bot.sqlite3'}"
    url: str = request.getfixturevalue("empty_postgres_url")
    return url


@pytest.fixture
def copy(lived: str, tmp_path: Path) -> Path:
    backup(lived, tmp_path / "copies" / "monday")
    return tmp_path / "copies" / "monday"


def test_everything_comes_back_from_a_backup(lived: str, copy: Path, elsewhere: str) -> None:
    restore(elsewhere, copy, bot_id=BOT)
    before, after = asyncio.run(_contents(lived)), asyncio.run(_contents(elsewhere))
    assert before == after
    assert all(after.values())
    assert copy.stat().st_mode & 0o077 == 0
    assert [file.name for file in copy.parent.iterdir()] == ["monday"]


def test_life_goes_on_after_a_restore(copy: Path, elsewhere: str) -> None:
    restore(elsewhere, copy)
    asyncio.run(_arrive(elsewhere))


def test_a_restore_over_an_empty_database_is_fine(copy: Path, elsewhere: str) -> None:
    migrate.upgrade(elsewhere)
    asyncio.run(_claim(elsewhere, BOT))
    restore(elsewhere, copy)
    asyncio.run(_arrive(elsewhere))


def test_a_backup_never_overwrites_a_file(lived: str, copy: Path) -> None:
    with pytest.raises(BackupRefused, match="There is a file"):
        backup(lived, copy)


def test_a_restore_never_overwrites_people(lived: str, copy: Path) -> None:
    before = asyncio.run(_contents(lived))
    with pytest.raises(BackupRefused, match="is not empty: move it away first"):
        restore(lived, copy)
    assert asyncio.run(_contents(lived)) == before


def test_a_backup_of_another_bot_is_refused(copy: Path, elsewhere: str) -> None:
    with pytest.raises(BackupRefused, match=f"belongs to bot {BOT}, not to bot 5"):
        restore(elsewhere, copy, bot_id=5)


@pytest.mark.parametrize("damage", ["cut", "scribbled", "text", "empty"])
def test_a_damaged_backup_is_refused(copy: Path, elsewhere: str, damage: str) -> None:
    whole = copy.read_bytes()
    half = len(whole) // 2
    damaged = {
        "cut": whole[:half],
        "scribbled": whole[:half] + b"\x00scribble" * 1000 + whole[half + 9000 :],
        "text": b"Dear diary",
        "empty": b"",
    }
    copy.write_bytes(damaged[damage])
    with pytest.raises(BackupRefused, match=r"damaged|not a backup"):
        restore(elsewhere, copy)


def test_a_backup_of_a_newer_version_is_refused(lived: str, tmp_path: Path, elsewhere: str) -> None:
    asyncio.run(_run(lived, "UPDATE alembic_version SET version_num = '9999'"))
    backup(lived, tmp_path / "newer")
    asyncio.run(_run(lived, f"UPDATE alembic_version SET version_num = '{migrate.head()}'"))
    with pytest.raises(BackupRefused, match="newer version"):
        restore(elsewhere, tmp_path / "newer")


def test_what_is_not_there_is_said(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="There is no file"):
        restore(sqlite_url, tmp_path / "nothing")
    with pytest.raises(BackupRefused, match="There is no database"):
        backup(f"sqlite:///{tmp_path / 'nothing'}", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


async def test_a_running_bot_is_copied_and_never_overwritten(
    sqlite_url: str, tmp_path: Path
) -> None:
    database = await open_database(sqlite_url, KEYS)
    async with database.unit() as unit:
        await add_learner(unit, 1)
    async with database.unit() as unit:
        await add_learner(unit, 2)
        backup(sqlite_url, tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as copied:
        assert copied.execute("SELECT telegram_id FROM persons").fetchall() == [(1,)]
    with pytest.raises(BackupRefused, match="is in use: stop the bot first"):
        restore(sqlite_url, tmp_path / "copy")
    await database.close()


def test_a_dump_that_lost_rows_is_refused(
    postgres_url: str, empty_postgres_url: str, tmp_path: Path
) -> None:
    asyncio.run(_live(postgres_url))
    backup(postgres_url, tmp_path / "whole")
    with ZipFile(tmp_path / "whole") as whole, ZipFile(tmp_path / "less", "w") as less:
        for name in whole.namelist():
            less.writestr(name, b"" if name == "reviews.jsonl" else whole.read(name))
    with pytest.raises(BackupRefused, match="damaged"):
        restore(empty_postgres_url, tmp_path / "less")


async def _contents(url: str) -> dict[str, list[str]]:
    database = await open_database(url, KEYS)
    contents = {}
    async with database.engine.reading() as session:
        for table in metadata.sorted_tables:
            rows = await session.rows(text(f"SELECT * FROM {table.name}"))
            contents[table.name] = sorted(str(row._asdict()) for row in rows)
    await database.close()
    return contents


async def _run(url: str, statement: str) -> None:
    database = await open_database(url, KEYS)
    async with database.engine.writing() as session:
        await session.run(text(statement))
    await database.close()


async def _arrive(url: str) -> None:
    """New rows in tables that count their ids themselves."""
    database = await open_database(url, KEYS)
    async with database.unit() as unit:
        person = await add_learner(unit, 1002)
        await unit.sittings.add(person.id, SittingKind.LESSON, "l", STEPS, NOW)
        await unit.runs.add(person.id, SCENARIO, "h")
        assert (await unit.people.actor(1001)).organisation is not None
    await database.close()


async def _claim(url: str, bot_id: int) -> None:
    database = await open_database(url, KEYS)
    await database.installation.claim(bot_id)
    await database.close()
