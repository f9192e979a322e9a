"""A person looks at what is kept, takes it along, and has it erased."""

import re
import sqlite3
from datetime import timedelta

import pytest

from bot.erasures import Erasures
from learning.account.asks import ShowDefaults
from learning.account.model import EnrolmentCode, Role
from learning.lessons.asks import BeginCourse, TurnOn
from learning.records.asks import EraseMe, GiveMyData, OfferErasure, OfferMyData
from learning.records.model import Copy
from tests.flows import staff
from tests.flows.phone import Phone
from tests.flows.world import World
from tests.reading_pdf import words_of

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def learner(world: World, language: str = "en") -> Phone:
    phone = await world.phone(language=language)
    await phone.start()
    await phone.tap(ShowDefaults)
    await phone.tap(BeginCourse)
    await phone.tap(TurnOn)
    return phone


def rows_with(world: World, value: int) -> list[str]:
    """Every table of the database file in which `value` stands anywhere."""
    connection = sqlite3.connect(world.settings.var / "100001.sqlite3")
    with connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]
        tables = [name for name in names if not name.startswith(("sqlite_", "ix_", "uq_"))]
        return [
            table
            for table in tables
            for row in connection.execute(f"SELECT * FROM {table}")
            if any(str(value) in str(cell) for cell in row)
        ]


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_privacy_says_what_is_kept_and_leads_to_copy_and_erasure(
    here: World, language: str
) -> None:
    phone = await learner(here, language)
    kept = await phone.send("/privacy")
    assert kept.offers(OfferMyData)
    assert kept.offers(OfferErasure)


@pytest.mark.parametrize("copy", Copy)
async def test_a_copy_comes_as_a_file(here: World, copy: Copy) -> None:
    phone = await learner(here)
    await phone.send("/mydata")
    answer = await phone.tap(GiveMyData, copy=copy)
    assert answer.document is not None
    assert answer.document.endswith(copy.value)


@pytest.mark.parametrize(
    ("language", "hour"), [("en", "Hour: "), ("el", "Ώρα: "), ("es", "Hora: ")]
)
async def test_the_paper_is_for_people_to_read(here: World, language: str, hour: str) -> None:
    phone = await learner(here, language)
    place = await staff.town(here, f"Egaleo {language}")
    code = EnrolmentCode(f"copy-{language}", place, "Desk", Role.LEARNER, None, 1, None, False)
    await here.app.database.organisations.add_code(code)
    await phone.start(code.code)
    answer = await phone.tap(GiveMyData, of=await phone.send("/mydata"), copy=Copy.PDF)
    text = words_of(await phone.download(answer))
    assert hour in text
    assert str(phone.id) in text
    assert place.name in text
    assert "Desk" in text
    assert not re.search(r"[a-z]_[a-z]|: (True|False)|\d\dT\d\d:", text)


async def test_erasing_leaves_no_row_and_gives_a_receipt(town: World) -> None:
    phone = await learner(town)
    other = await learner(town)
    assert rows_with(town, phone.id)
    await phone.send("/delete")
    answer = await phone.tap(EraseMe)
    assert "Receipt" in answer.text
    assert rows_with(town, phone.id) == []
    assert rows_with(town, other.id)
    welcome = await phone.start()
    assert welcome.offers(ShowDefaults)


async def test_an_old_confirmation_asks_again_instead_of_erasing(town: World) -> None:
    phone = await learner(town)
    offered = await phone.send("/delete")
    await town.jump(await town.now() + timedelta(hours=2))
    answer = await phone.tap(EraseMe, of=offered)
    assert answer.offers(EraseMe)
    assert rows_with(town, phone.id)


async def test_what_was_erased_stays_so_after_a_backup_is_put_back(town: World) -> None:
    phone = await learner(town)
    file = town.settings.var / "100001.sqlite3"
    old = sqlite3.connect(file)
    backup = sqlite3.connect(town.settings.var / "old.sqlite3")
    old.backup(backup)
    old.close()
    backup.close()
    await phone.send("/delete")
    await phone.tap(EraseMe)
    await Erasures(town.settings, town.app.bot.id, town.app.database).run()
    await town.stop()
    for path in town.settings.var.glob("100001.sqlite3*"):
        path.unlink()
    (town.settings.var / "old.sqlite3").rename(file)
    await town.start()
    assert rows_with(town, phone.id) == []
