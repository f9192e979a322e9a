"""A week of lessons lived on the page by clicks, with Play, as a newcomer would."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.flows.world import World, world
from tests.web.conftest import NARROW, PATIENCE_MS
from tests.web.newcomer import Newcomer

pytestmark = pytest.mark.asyncio(loop_scope="session")


@dataclass(frozen=True)
class Words:
    """What the page itself says, and what the clock says after a play."""

    add_phone: str
    name: str
    add: str
    start: str
    tools: str
    next_message: str
    came: str


WORDS = {
    "en": Words(
        *("Add a phone", "Name", "Add", "Start", "Time and tools", "To the next message"),
        "a message with buttons has arrived",
    ),
    "el": Words(
        *("Νέο τηλέφωνο", "Όνομα", "Προσθήκη", "Έναρξη", "Χρόνος και εργαλεία"),
        *("Ως το επόμενο μήνυμα", "ήρθε μήνυμα με κουμπιά"),
    ),
    "es": Words(
        *("Añadir un teléfono", "Nombre", "Añadir", "Iniciar", "Tiempo y herramientas"),
        *("Hasta el próximo mensaje", "mensaje con botones"),
    ),
}


async def enter(town: World, page: Page, language: str) -> Newcomer:
    """From the empty page to the first card."""
    words = WORDS[language]
    await page.goto(town.served.url)
    await page.locator("main").get_by_role("button", name=words.add_phone).click()
    await page.get_by_label(words.name, exact=True).fill("Eleni")
    await page.get_by_role("button", name=words.add, exact=True).click()
    screen = page.get_by_role("region", name="Eleni")
    await screen.get_by_role("button", name=words.start, exact=True).click()
    await screen.locator(".key").first.wait_for()
    newcomer = Newcomer(town, page, screen, language)
    await newcomer.tap("Go on")
    await newcomer.tap("Start")
    return newcomer


async def play_on(newcomer: Newcomer) -> None:
    """Play until a message with buttons stops it."""
    words = WORDS[newcomer.language]
    before = await newcomer.screen.locator(".message").count()
    newcomer.world.app.turns._pace._pushed.clear()  # a push a second, of which none has passed
    await newcomer.page.get_by_role("button", name=words.tools).click()
    await newcomer.page.get_by_role("button", name=words.next_message).click()
    await expect(newcomer.screen.locator(".message")).to_have_count(before + 1)
    await expect(newcomer.page.locator("#strip")).to_contain_text(words.came)


async def weekday(newcomer: Newcomer) -> int:
    return (await newcomer.world.now()).weekday()


@pytest.mark.parametrize("language", WORDS)
async def test_a_week_of_lessons_is_lived_on_the_page(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    complaints: list[str] = []
    page = await browser.new_page(viewport=NARROW, locale=language, timezone_id="Europe/Athens")
    page.set_default_timeout(PATIENCE_MS)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    async with world(tmp_path) as town:
        newcomer = await enter(town, page, language)
        await newcomer.read_on()
        for day in range(1, 5):
            await play_on(newcomer)
            assert await weekday(newcomer) == day
            if day == 1:
                await put_off(newcomer)
            await newcomer.press((await newcomer.labels())[0])
            await newcomer.read_on()
        await see_progress(newcomer)
        await play_on(newcomer)
        assert await weekday(newcomer) == 0, "nothing comes at the weekend"
        await pause_and_come_back(newcomer)
        await press_an_old_button(newcomer)
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width == NARROW["width"], "nothing is wider than the screen"
    assert len(newcomer.kinds) > 2
    assert complaints == []
    await page.close()


async def put_off(newcomer: Newcomer) -> None:
    """Not now: the lesson comes again an hour later."""
    before = await newcomer.world.now()
    await newcomer.write("/snooze")
    await newcomer.tap("In 1 hour")
    await play_on(newcomer)
    assert 3500 < ((await newcomer.world.now()) - before).total_seconds() < 3700


async def see_progress(newcomer: Newcomer) -> None:
    await newcomer.write("/progress")
    picture = newcomer.newest.locator("img")
    await expect(picture).to_have_js_property("complete", True)
    assert await picture.evaluate("it => it.naturalWidth") > 0
    await expect(newcomer.newest.locator(".text")).to_contain_text("5")


async def pause_and_come_back(newcomer: Newcomer) -> None:
    """A pause of three days holds, and ends by itself."""
    await newcomer.write("/pause")
    await newcomer.tap("Only the lessons")
    await newcomer.tap("3 days")
    assert newcomer.word("Resume lessons") in await newcomer.labels()
    await play_on(newcomer)
    assert await weekday(newcomer) == 3


async def press_an_old_button(newcomer: Newcomer) -> None:
    """It changes nothing, and says what is the case."""
    await newcomer.press((await newcomer.labels())[0])
    asked = await newcomer.newest.inner_text()
    old = newcomer.screen.locator(".message.theirs").nth(1).locator(".key").first
    await old.click()
    await expect(newcomer.newest.locator(".key").first).to_be_visible()
    assert asked.splitlines()[0] in await newcomer.newest.inner_text()
