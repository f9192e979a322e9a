"""The side panel: programme time, faults, and the log of calls."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from aiohttp import web
from playwright.async_api import Locator, Page, expect

from tests.web.conftest import WIDE, Open, RunningSimulator, phone_on, say

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def now_of(simulator: RunningSimulator) -> datetime:
    return datetime.fromisoformat((await simulator.ask("GET", "/clock"))["now"])


@pytest_asyncio.fixture(loop_scope="session")
async def follower(simulator: RunningSimulator) -> AsyncIterator[dict[str, object]]:
    """A bot that follows the clock; the dictionary is what it says is due."""
    said: dict[str, object] = {"next_due": None, "idle": True}

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
    await simulator.ask("POST", "/clock/follower", {"next_due_url": url})
    yield said
    await runner.cleanup()


def strip(page: Page) -> Locator:
    return page.locator("#strip")


async def test_play_until_tomorrow_ends_a_day_later(
    simulator: RunningSimulator, open_page: Open, follower: dict[str, object]
) -> None:
    page = await open_page(await simulator.begin("Traveller"), WIDE)
    before = await now_of(simulator)
    await page.get_by_role("button", name="Until tomorrow").click()
    await expect(strip(page)).to_contain_text("is reached")
    passed = await now_of(simulator) - before
    assert timedelta(hours=22, minutes=58) < passed < timedelta(hours=25, minutes=2)


async def test_a_play_can_be_stopped_and_gives_way_to_the_phone_on_a_narrow_screen(
    simulator: RunningSimulator, open_page: Open, follower: dict[str, object]
) -> None:
    follower["idle"] = False
    phone = await simulator.begin("Stopper")
    page = await open_page(phone)
    await page.get_by_role("button", name="Time and tools").click()
    await page.get_by_role("button", name="Until next week").click()
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
    await page.get_by_role("button", name="Until tomorrow").click()
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
