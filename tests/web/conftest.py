"""A simulator in its own process, a small bot, and a real browser that looks at the page."""

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    ConsoleMessage,
    Locator,
    Page,
    ViewportSize,
    async_playwright,
    expect,
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
PATIENCE_MS = 10_000

expect.set_options(timeout=PATIENCE_MS)
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


class Window:
    """One browser window, kept while its settings stay: loading the page is what costs time."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.complaints: list[str] = []
        self._browser = browser
        self._address = address
        self._settings: dict[str, Any] = {}
        self._page: Page | None = None

    async def open_page(self, phone: int, size: ViewportSize = NARROW, **options: Any) -> Page:
        """The page with this phone open."""
        settings = {"viewport": size, "locale": "en-GB", "timezone_id": "Europe/Athens", **options}
        if self._page is None or settings != self._settings:
            await self.close()
            self._page, self._settings = await self._new_page(settings), settings
        await self._page.goto(f"{self._address}/#phone={phone}")
        return self._page

    async def _new_page(self, settings: dict[str, Any]) -> Page:
        page = await self._browser.new_page(**settings)
        page.set_default_timeout(PATIENCE_MS)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(said.text)

    async def close(self) -> None:
        if self._page:
            await self._page.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def window(browser: Browser, simulator: RunningSimulator) -> AsyncIterator[Window]:
    opened = Window(browser, simulator.address)
    yield opened
    await opened.close()


@pytest.fixture
def complaints(window: Window) -> Iterator[list[str]]:
    """What the browser's console complains of; a test that expects a complaint clears it."""
    window.complaints.clear()
    yield window.complaints
    assert window.complaints == []


@pytest.fixture
def open_page(window: Window, complaints: list[str]) -> Open:
    return window.open_page


def phone_on(page: Page, phone: int) -> Locator:
    return page.locator(f"section[data-phone='{phone}']")


async def say(screen: Locator, text: str) -> None:
    """Type a text on a phone and press Enter."""
    box = screen.locator("textarea:visible")
    await box.fill(text)
    await box.press("Enter")
