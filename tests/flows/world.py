"""A simulator and the real bot, joined over real HTTP, that can be stopped and started again.

Programme time stands still between two jumps and begins on a fixed Monday, so that a story is
the same in every year.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.app import App, joined
from bot.running import running
from bot.settings import Settings
from dialogue.understanding import Understander
from simulator.server import Served, serve
from simulator.simulation import Options
from tests.flows.phone import PATIENCE_SECONDS, Phone, patiently

TOKEN = "100001:SIM"
# Eight in the morning in Athens, seven in Madrid. No holiday in either that week.
MONDAY = datetime(2027, 3, 1, 6, 0, tzinfo=UTC)


class World:
    def __init__(
        self,
        served: Served,
        http: aiohttp.ClientSession,
        settings: Settings,
        understander: Understander | None = None,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self.served = served
        self.settings = settings
        self.understander = understander
        self._patience = patience
        self.http = http
        self._stack = contextlib.AsyncExitStack()
        self._app: App | None = None
        self._end: asyncio.Task[None] | None = None

    @property
    def app(self) -> App:
        assert self._app is not None, "the bot is stopped"
        return self._app

    @property
    def end(self) -> asyncio.Task[None]:
        """Raises when the bot can't go on."""
        assert self._end is not None, "the bot is stopped"
        return self._end

    async def start(self) -> None:
        self._app = await self._stack.enter_async_context(joined(self.settings, self.understander))
        self._end = await self._stack.enter_async_context(running(self._app))

    async def stop(self) -> None:
        stack, self._stack, self._app = self._stack, contextlib.AsyncExitStack(), None
        await stack.aclose()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def kill(self) -> None:
        """As `kill -9`: from here on nothing more is written, and nobody tidies up."""
        before = asyncio.current_task()
        await self.app.database.close()
        ours = {self.end, *_tasks_of_the_bot()} - {before}
        for task in ours:
            task.cancel()
        await asyncio.gather(*ours, return_exceptions=True)
        with contextlib.suppress(Exception):
            await self.stop()

    async def phone(self, name: str = "Maria", language: str = "en", username: str = "") -> Phone:
        body = {"first_name": name, "language_code": language, "username": username}
        async with self.http.post("/phones", json=body) as response:
            return Phone(self.http, await response.json(), self.answered)

    async def jump(self, to: datetime) -> None:
        """Programme time goes on at once; the bot wakes and sends what is due."""
        await self.post("/clock/jump", {"to": to.isoformat()})
        # One push a second for each chat is counted in machine time, of which none has passed.
        self.app.turns._pace._pushed.clear()
        await self.settled()

    async def now(self) -> datetime:
        return await self.app.clock.now()

    async def faults(self, *rules: dict[str, Any]) -> None:
        await self.post("/faults", list(rules))

    async def post(self, path: str, body: Any) -> Any:
        async with self.http.post(path, json=body) as response:
            assert response.status < 300, await response.text()
            return await response.json()

    async def get(self, path: str) -> Any:
        async with self.http.get(path) as response:
            assert response.status < 300, await response.text()
            return await response.json()

    async def answered(self) -> None:
        """Every update confirmed and answered."""
        await patiently(self._is_answered, self._patience)

    async def settled(self) -> None:
        """The same, and everything due sent."""
        await self.app.wake.run()
        self.app.pushing.wake()
        await patiently(self._is_settled, self._patience)

    async def _is_answered(self) -> bool:
        if self.served.simulation.updates.pending(1) or not self.app.intake.idle:
            return False
        await self.app.answered.flush()
        return True

    async def _is_settled(self) -> bool:
        return await self._is_answered() and await self.app.idle()


def _tasks_of_the_bot() -> set[asyncio.Task[Any]]:
    """What runs the bot's own code: the simulator and the test live in the same loop."""
    return {task for task in asyncio.all_tasks() if "/bot/" in _file_of(task)}


def _file_of(task: asyncio.Task[Any]) -> str:
    code = getattr(task.get_coro(), "cr_code", None)
    return code.co_filename if code else ""


def beginning_at(instant: datetime) -> Callable[[], float]:
    """A machine whose clock said `instant` just now."""
    begun = time.monotonic()
    return lambda: instant.timestamp() + time.monotonic() - begun


@contextlib.asynccontextmanager
async def world(
    folder: Path,
    understander: Understander | None = None,
    *,
    patience: float = PATIENCE_SECONDS,
    **changes: Any,
) -> AsyncIterator[World]:
    """`changes` are settings that differ from the usual ones. Without an `understander` only
    buttons and commands work. `patience`, in seconds, is how long an act may take to settle."""
    options = Options(folder / "simulator.sqlite3", TOKEN, speed=0, webhook_retry_seconds=0.05)
    async with serve(options, machine=beginning_at(MONDAY)) as served:
        wanted = {
            "telegram_bot_token": SecretStr(TOKEN),
            "telegram_api_url": served.url,
            "clock_url": f"{served.url}/clock",
            "web_port": 0,
            "var": folder,
            **changes,
        }
        async with aiohttp.ClientSession(served.url) as http:
            made = World(served, http, Settings(_env_file=None, **wanted), understander, patience)
            await made.start()
            try:
                yield made
            finally:
                await made.stop()
