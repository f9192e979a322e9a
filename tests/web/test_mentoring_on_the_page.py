"""A pair and its coordinator on three phones of the page, by clicks: the home in a few rows, a
check-in whose answers reach whom their author chose, and a board that shows no words."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.flows.pairing import Circle, agreed, circle
from tests.flows.phone import Phone
from tests.flows.world import World, world
from tests.web.conftest import NARROW, PATIENCE_MS
from tests.web.newcomer import Newcomer

pytestmark = pytest.mark.asyncio(loop_scope="session")

SHARED, KEPT = "The letter was understood", "I doubt myself"
ROWS = 5


async def on_the_page(town: World, page: Page, phone: Phone) -> Newcomer:
    await page.goto(f"{town.served.url}/#phone={phone.id}")
    screen = page.locator(f"section[data-phone='{phone.id}']")
    await screen.locator("textarea").wait_for()
    return Newcomer(town, page, screen, phone.language)


async def see_the_home(newcomer: Newcomer) -> None:
    """The picture of the circle, five rows at the most, and a way back from what is behind."""
    await newcomer.write("/mentoring")
    await expect(newcomer.newest.locator("img")).to_have_js_property("complete", True)
    assert await newcomer.newest.locator(".keyboard .row").count() <= ROWS
    await newcomer.tap("More")
    assert newcomer.word("In confidence: a concern") in await newcomer.labels()
    await newcomer.tap("Where we are")
    width = await newcomer.page.evaluate("document.documentElement.scrollWidth")
    assert width == NARROW["width"], "nothing is wider than the screen"


async def check_in(newcomer: Newcomer) -> None:
    await newcomer.tap("Check in")
    await newcomer.tap("Yes, it is done")
    await newcomer.press((await newcomer.labels())[3])
    for seen, text in (("My mentor", SHARED), ("Only me", KEPT)):
        await newcomer.tap(seen)
        await newcomer.write(text)
    await newcomer.press((await newcomer.labels())[0])


async def read_what_was_released(newcomer: Newcomer) -> None:
    await newcomer.write("/mentoring")
    await newcomer.tap("More")
    await newcomer.tap("What we wrote")
    read = await newcomer.newest.inner_text()
    assert SHARED in read
    assert KEPT not in read


async def look_at_the_pairs(newcomer: Newcomer) -> None:
    await newcomer.write("/pairs")
    read = await newcomer.newest.inner_text()
    assert "Eleni" in read
    assert "Luis" in read
    everything = await newcomer.screen.locator(".messages").inner_text()
    assert SHARED not in everything


async def lived(town: World, page: Page, made: Circle) -> None:
    mentee = await on_the_page(town, page, made.mentee)
    await see_the_home(mentee)
    await check_in(mentee)
    mentor = await on_the_page(town, page, made.mentor)
    await see_the_home(mentor)
    await read_what_was_released(mentor)
    await look_at_the_pairs(await on_the_page(town, page, made.coordinator))


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_a_pair_is_lived_on_the_page(browser: Browser, tmp_path: Path, language: str) -> None:
    complaints: list[str] = []
    page = await browser.new_page(viewport=NARROW, locale=language, timezone_id="Europe/Athens")
    page.set_default_timeout(PATIENCE_MS)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    async with world(tmp_path) as town:
        made = await circle(town, language)
        await agreed(made)
        await made.after(15)
        for phone in (made.mentee, made.mentor, made.coordinator):
            phone.language = language
        await lived(town, page, made)
    assert complaints == []
    await page.close()
