"""The side panel: programme time, faults, and the log of calls."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Locator, Page, expect

from tests.web.conftest import WIDE, Open, RunningSimulator, phone_on, say

ATHENS = ZoneInfo("Europe/Athens")  # the zone of the browser
pytestmark = pytest.mark.asyncio(loop_scope="session")


async def now_of(simulator: RunningSimulator) -> datetime:
    return datetime.fromisoformat((await simulator.ask("GET", "/clock"))["now"])


@pytest_asyncio.fixture(loop_scope="session")
async def follower(simulator: RunningSimulator) -> AsyncIterator[dict[str, object]]:
    """A bot that follows the clock; the dictionary is what it says of itself."""
    said: dict[str, object] = {"next_due": None, "idle": True, "understanding": "off"}

    async def on_ask(request: web.Request) -> web.Response:
        return web.json_response(said)

    application = web.Application()
    application.router.add_get("/due", on_ask)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    url = f"http://{host}:{port}/due"
    body = {"next_due_url": url, "health_url": url}
    await simulator.ask("POST", "/clock/follower", body)
    yield said
    await runner.cleanup()


def strip(page: Page) -> Locator:
    return page.locator("#strip")


async def test_play_until_tomorrow_evening_ends_there(
    simulator: RunningSimulator, open_page: Open, follower: dict[str, object]
) -> None:
    page = await open_page(await simulator.begin("Traveller"), WIDE)
    before = (await now_of(simulator)).astimezone(ATHENS)
    await page.get_by_role("button", name="Until tomorrow evening").click()
    await expect(strip(page)).to_contain_text("is reached")
    after = (await now_of(simulator)).astimezone(ATHENS)
    assert (after.date(), after.hour) == (before.date() + timedelta(days=1), 21)


async def test_a_play_can_be_stopped_and_gives_way_to_the_phone_on_a_narrow_screen(
    simulator: RunningSimulator, open_page: Open, follower: dict[str, object]
) -> None:
    follower["idle"] = False
    phone = await simulator.begin("Stopper")
    page = await open_page(phone)
    await page.get_by_role("button", name="Time and tools").click()
    await page.get_by_role("button", name="To the next message").click()
    await expect(strip(page)).to_contain_text("Playing until")
    await expect(phone_on(page, phone)).to_be_visible()
    await expect(page.locator("#tools")).to_be_hidden()
    await strip(page).get_by_role("button", name="Stop").click()
    await expect(strip(page)).to_contain_text("Stopped by you")


async def test_a_play_stops_when_a_message_with_buttons_arrives(
    simulator: RunningSimulator, open_page: Open, follower: dict[str, object]
) -> None:
    follower["idle"] = False
    phone = await simulator.begin("Learner")
    page = await open_page(phone, WIDE)
    await page.get_by_role("button", name="Until tomorrow evening").click()
    await expect(strip(page)).to_contain_text("Playing until")
    await say(phone_on(page, phone), "/start")
    await expect(strip(page)).to_contain_text("a message with buttons has arrived")


async def test_a_jump_is_called_downtime_and_goes_to_the_moment_in_the_shown_zone(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Jumper", "es")
    page = await open_page(phone, WIDE)
    day = (await now_of(simulator) + timedelta(days=3)).date()
    await expect(page.get_by_text("Jump: downtime")).to_be_visible()
    await page.get_by_label("Jump to").fill(f"{day}T09:30")
    await page.get_by_role("button", name="Jump", exact=True).click()
    await expect(strip(page)).to_contain_text("Jumped to")
    await expect(phone_on(page, phone).locator(".status time")).to_contain_text("09:30")
    shown = await page.evaluate(
        "at => new Date(at).toLocaleTimeString('en-GB', {timeZone: 'Europe/Athens'})",
        (await now_of(simulator)).astimezone(UTC).isoformat(),
    )
    assert shown.startswith("09:30")


async def test_a_moment_that_is_over_is_refused_in_plain_words(
    simulator: RunningSimulator, open_page: Open, complaints: list[str]
) -> None:
    page = await open_page(await simulator.begin("Historian"), WIDE)
    await expect(page.get_by_role("region", name="Historian")).to_be_visible()
    await page.get_by_label("Jump to").fill("2020-01-01T09:30")
    await page.get_by_role("button", name="Jump", exact=True).click()
    await expect(strip(page)).to_contain_text("only goes forward")
    complaints.clear()


async def test_calls_are_listed_and_a_fault_shows_among_them(
    simulator: RunningSimulator, open_page: Open
) -> None:
    phone = await simulator.begin("Mechanic")
    page = await open_page(phone, WIDE)
    await page.get_by_text("Calls of the Bot API").click()
    await page.get_by_text("Faults").click()
    await page.get_by_label("Server error (502)").check()
    await say(phone_on(page, phone), "anybody there?")
    await expect(page.locator("#calls li", has_text="502").first).to_contain_text("sendMessage")
    await page.reload()
    await page.get_by_text("Faults").click()
    await expect(page.get_by_label("Server error (502)")).to_be_checked()
    await page.get_by_label("Server error (502)").uncheck()
    await say(phone_on(page, phone), "and now?")
    await expect(phone_on(page, phone).get_by_text("You said: and now?")).to_be_visible()


async def test_the_page_says_when_free_text_is_understood_and_then_keeps_quiet(
    simulator: RunningSimulator, open_page: Open, follower: dict[str, object]
) -> None:
    follower["understanding"] = "training"
    page = await open_page(await simulator.begin("Writer"), WIDE)
    bar, note = page.locator("#understanding"), page.locator("#understanding-now")
    await expect(bar).to_contain_text("is learning to understand free text")
    await expect(bar).to_contain_text("Buttons and commands work meanwhile")
    follower["understanding"] = "ready"
    await expect(bar).to_contain_text("Free text is understood")
    await bar.get_by_role("button", name="Close").click()
    await expect(bar).to_be_hidden()
    await expect(note).to_contain_text("Free text is understood")
    await page.reload()
    await expect(note).to_contain_text("Free text is understood")
    await expect(bar).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Free text is off"),
        ("el", "Το ελεύθερο κείμενο είναι κλειστό"),
        ("es", "El texto libre está desactivado"),
    ],
)
async def test_without_free_text_the_page_says_so_in_the_panel_alone(
    simulator: RunningSimulator,
    open_page: Open,
    follower: dict[str, object],
    language: str,
    told: str,
) -> None:
    page = await open_page(await simulator.begin("Presser"), WIDE, locale=language)
    await expect(page.locator("#understanding-now")).to_contain_text(told)
    await expect(page.locator("#understanding")).to_be_hidden()


async def test_a_bot_that_does_not_say_how_it_is_leaves_the_page_silent(
    simulator: RunningSimulator,
) -> None:
    for health in ("http://127.0.0.1:9/nobody", f"{simulator.address}/clock"):
        body = {"next_due_url": health, "health_url": health}
        await simulator.ask("POST", "/clock/follower", body)
        assert await simulator.ask("GET", "/understanding") == {"stage": None}
