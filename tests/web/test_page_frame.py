"""The page around the chats: sizes, languages, colours, phones, and a broken connection."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.web.conftest import (
    NARROW,
    PATIENCE_MS,
    WIDE,
    Open,
    RunningSimulator,
    phone_on,
    run_simulator,
    say,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")

ADD = {"en": "Add a phone", "el": "Νέο τηλέφωνο", "es": "Añadir un teléfono"}
TOUCH_PX = 28
SMALL_TARGETS = """least => [...document.querySelectorAll("button, select, textarea, summary")]
    .filter(it => it.offsetParent && !it.classList.contains("link"))
    .map(it => [it.outerHTML, it.getBoundingClientRect()])
    .filter(([, box]) => Math.min(box.width, box.height) < least)
    .map(([html]) => html)"""
UNNAMED = """() => [...document.querySelectorAll("button, input, select, textarea, img")]
    .filter(it => !(it.innerText ?? "").trim() && !it.ariaLabel && !it.alt && !it.labels?.length
        && !it.hidden)
    .map(it => it.outerHTML)"""


async def width_of(page: Page) -> int:
    return int(await page.evaluate("document.documentElement.scrollWidth"))


@pytest.mark.parametrize("language", ["en", "el", "es"])
async def test_the_page_speaks_the_language_of_the_browser_and_fits_the_screen(
    simulator: RunningSimulator, open_page: Open, language: str
) -> None:
    phone = await simulator.begin("Κωνσταντινουπολίτισσα-Παπαδοπούλου", language)
    page = await open_page(phone, NARROW, locale=language)
    await expect(page.get_by_role("button", name=ADD[language]).first).to_be_visible()
    await expect(phone_on(page, phone).locator("textarea")).to_be_visible()
    assert await width_of(page) == NARROW["width"]
    await page.locator("#tools-toggle").click()
    await expect(page.locator("#time")).to_be_visible()
    assert await width_of(page) == NARROW["width"]
    await page.set_viewport_size(WIDE)
    assert await width_of(page) == WIDE["width"]


async def test_everything_has_a_name_and_room_for_a_thumb(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Thumb")
    page = await open_page(phone)
    await expect(phone_on(page, phone).get_by_text("Hello nobody")).to_be_visible()
    assert await page.evaluate(UNNAMED) == []
    assert await page.evaluate(SMALL_TARGETS, TOUCH_PX) == []


async def test_a_phone_is_added_by_keyboard_alone(
    simulator: RunningSimulator, open_page: Open
) -> None:
    page = await open_page(await simulator.begin("First"))
    await page.get_by_role("button", name="Add a phone").first.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.type("By keyboard")
    await page.keyboard.press("Enter")
    screen = page.get_by_role("region", name="By keyboard")
    await expect(screen.get_by_role("button", name="Start", exact=True)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(screen.get_by_text("Hello nobody")).to_be_visible()
    await expect(screen.locator("textarea")).to_be_focused()


async def test_a_narrow_screen_shows_one_phone_and_remembers_which(
    simulator: RunningSimulator, open_page: Open
) -> None:
    first, second = await simulator.begin("One"), await simulator.begin("Two")
    page = await open_page(first)
    await expect(phone_on(page, first)).to_be_visible()
    await expect(phone_on(page, second)).to_be_hidden()
    await page.locator("#switcher").get_by_role("button", name="Two").last.click()
    await expect(phone_on(page, second)).to_be_visible()
    await page.reload()
    await expect(phone_on(page, second)).to_be_visible()
    await expect(phone_on(page, first)).to_be_hidden()


async def test_a_wide_screen_shows_phones_side_by_side(
    simulator: RunningSimulator, open_page: Open
) -> None:
    first, second = await simulator.begin("Left"), await simulator.begin("Right")
    page = await open_page(second, WIDE)
    await expect(phone_on(page, second)).to_be_in_viewport(ratio=0.9)
    await expect(phone_on(page, first)).to_be_in_viewport(ratio=0.9)


async def test_a_group_is_a_second_chat_on_each_members_phone(
    simulator: RunningSimulator, open_page: Open
) -> None:
    first, second = await simulator.begin("Anna"), await simulator.begin("Bea")
    await simulator.ask("POST", "/groups", {"title": "Our group", "phones": [first, second]})
    page = await open_page(first, WIDE)
    for phone in (first, second):
        await phone_on(page, phone).get_by_role("button", name="Our group").click()
    await say(phone_on(page, first), "hello Bea")
    received = phone_on(page, second).locator(".theirs:visible", has_text="hello Bea")
    await expect(received).to_contain_text("Anna")


async def test_dark_colours_follow_the_system(simulator: RunningSimulator, open_page: Open) -> None:
    phone = await simulator.begin("Night owl")
    page = await open_page(phone, color_scheme="light")
    bubble = phone_on(page, phone).locator(".theirs .bubble").first
    await expect(bubble).to_have_css("background-color", "rgb(255, 255, 255)")
    await page.emulate_media(color_scheme="dark")
    await expect(bubble).to_have_css("background-color", "rgb(31, 44, 56)")


async def test_a_link_from_outside_opens_on_the_chosen_phone(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Invited")
    page = await open_page(phone)
    screen = phone_on(page, phone)
    await screen.get_by_role("button", name="Menu of Invited").click()
    await screen.get_by_role("button", name="Open a link").click()
    await page.get_by_label("Link to the bot").fill("https://t.me/somebody_else?start=x")
    await page.get_by_role("button", name="Open", exact=True).click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.get_by_label("Link to the bot").fill("https://t.me/simulated_bot?start=abc")
    await page.get_by_role("button", name="Open", exact=True).click()
    await screen.get_by_role("button", name="Start", exact=True).click()
    await expect(screen.get_by_text("Hello abc")).to_be_visible()


async def test_the_page_finds_back_to_a_simulator_that_was_restarted(
    browser: Browser, tmp_path: Path
) -> None:
    state = tmp_path / "state.sqlite3"
    before = await run_simulator(state)
    phone = await before.begin("Patient")
    page = await browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    await page.goto(before.address)
    await expect(phone_on(page, phone).locator(".own")).to_have_count(1)
    await before.stop()
    await expect(page.get_by_text("No connection")).to_be_visible()
    after = await run_simulator(state, int(before.address.rpartition(":")[2]))
    message = {"chat_id": phone, "text": "written meanwhile"}
    await after.ask("POST", f"/phones/{phone}/send", message)
    await expect(phone_on(page, phone).get_by_text("written meanwhile")).to_be_visible()
    await expect(page.get_by_text("No connection")).to_be_hidden()
    await page.close()
    await after.stop()
