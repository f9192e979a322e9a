"""A simulator in its own process, a small bot, and a real browser that looks at the page."""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    ViewportSize,
    async_playwright,
)

from tests.web.talking_bot import build_bot, introduce

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
NARROW: ViewportSize = {"width": 390, "height": 844}
WIDE: ViewportSize = {"width": 1440, "height": 900}
START_SECONDS = 15.0
PATIENCE_MS = 5000

Open = Callable[..., Awaitable[Page]]


@dataclass
class RunningSimulator:
    """A simulator process; ``address`` is where its page is."""

    process: asyncio.subprocess.Process
    address: str

    async def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Call the page's JSON API."""
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, self.address + path, json=body) as answer,
        ):
            answer.raise_for_status()
            return await answer.json()

    async def add_phone(self, name: str, language: str = "en") -> int:
        phone = await self.ask("POST", "/phones", {"first_name": name, "language_code": language})
        return int(phone["id"])

    async def begin(self, name: str, language: str = "en") -> int:
        """A phone whose owner has pressed Start already."""
        phone = await self.add_phone(name, language)
        await self.ask("POST", f"/phones/{phone}/start", {"payload": ""})
        return phone

    async def stop(self) -> None:
        self.process.terminate()
        await self.process.wait()


async def run_simulator(state: Path, port: int = 0) -> RunningSimulator:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--port", str(port), "--state", str(state),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    async with asyncio.timeout(START_SECONDS):
        while line := (await process.stdout.readline()).decode():
            if "http://" in line:
                address = line[line.index("http://") :].split()[0].rstrip("/.")
                return RunningSimulator(process, address)
    raise RuntimeError("the simulator ended before it was ready")


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def simulator(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[RunningSimulator]:
    """One simulator with a bot that listens; each test takes a phone of its own."""
    running = await run_simulator(tmp_path_factory.mktemp("simulator") / "state.sqlite3")
    bot = build_bot(running.address)
    async with bot:
        await introduce(bot)
        await bot.start()
        assert bot.updater
        await bot.updater.start_polling()
        yield running
        await bot.updater.stop()
        await bot.stop()
    await running.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium here; sh tests/web/install_browser.sh brings it")
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        await running.close()


@pytest_asyncio.fixture(loop_scope="session")
async def complaints() -> AsyncIterator[list[str]]:
    """What the browser's console complains of; a test that expects a complaint clears it."""
    heard: list[str] = []
    yield heard
    assert heard == []


@pytest_asyncio.fixture(loop_scope="session")
async def open_page(
    browser: Browser, simulator: RunningSimulator, complaints: list[str]
) -> AsyncIterator[Open]:
    """Open the page of a phone in a fresh browser window."""
    contexts: list[BrowserContext] = []

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    async def open_phone(phone: int, size: ViewportSize = NARROW, **options: Any) -> Page:
        settings = {"locale": "en-GB", "timezone_id": "Europe/Athens", **options}
        context = await browser.new_context(viewport=size, **settings)
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        page = await context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(f"{simulator.address}/#phone={phone}")
        return page

    yield open_phone
    for context in contexts:
        await context.close()


def phone_on(page: Page, phone: int) -> Locator:
    return page.locator(f"section[data-phone='{phone}']")


async def say(screen: Locator, text: str) -> None:
    """Type a text on a phone and press Enter."""
    box = screen.locator("textarea:visible")
    await box.fill(text)
    await box.press("Enter")
