"""A simulator and the real bot, joined over real HTTP, that can be stopped and started again."""

import contextlib
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.app import App, joined, running
from bot.settings import Settings
from simulator.server import Served, serve
from simulator.simulation import Options
from tests.flows.phone import Phone, patiently

TOKEN = "100001:SIM"


class World:
    def __init__(self, served: Served, http: aiohttp.ClientSession, settings: Settings) -> None:
        self.served = served
        self.settings = settings
        self._http = http
        self._stack = contextlib.AsyncExitStack()
        self._app: App | None = None

    @property
    def app(self) -> App:
        assert self._app is not None, "the bot is stopped"
        return self._app

    async def start(self) -> None:
        self._app = await self._stack.enter_async_context(joined(self.settings))
        await self._stack.enter_async_context(running(self._app))

    async def stop(self) -> None:
        stack, self._stack, self._app = self._stack, contextlib.AsyncExitStack(), None
        await stack.aclose()

    async def restart(self) -> None:
        await self.stop()
        await self.start()

    async def phone(self, name: str = "Maria", language: str = "en") -> Phone:
        body = {"first_name": name, "language_code": language}
        async with self._http.post("/phones", json=body) as response:
            return Phone(self._http, await response.json(), self.settled)

    async def jump(self, to: datetime) -> None:
        """Programme time goes on at once; the bot wakes and sends what is due."""
        async with self._http.post("/clock/jump", json={"to": to.isoformat()}) as response:
            assert response.status < 300, await response.text()
        await self.settled()

    async def now(self) -> datetime:
        return await self.app.clock.now()

    async def faults(self, *rules: dict[str, Any]) -> None:
        async with self._http.post("/faults", json=list(rules)) as response:
            assert response.status < 300, await response.text()

    async def settled(self) -> None:
        """Every update confirmed and answered, everything due sent."""
        await self.app.wake.run()
        self.app.pushing.wake()
        await patiently(self._is_quiet)

    async def _is_quiet(self) -> bool:
        if self.served.simulation.updates.pending(1):
            return False
        return await self.app.idle()


@contextlib.asynccontextmanager
async def world(folder: Path, **changes: Any) -> AsyncIterator[World]:
    """`changes` are settings that differ from the usual ones."""
    async with serve(Options(folder / "simulator.sqlite3", TOKEN, speed=0)) as served:
        settings = Settings(
            _env_file=None,
            telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=served.url,
            clock_url=f"{served.url}/clock",
            web_port=0,
            var=folder,
            **changes,
        )
        async with aiohttp.ClientSession(served.url) as http:
            made = World(served, http, settings)
            await made.start()
            try:
                yield made
            finally:
                await made.stop()
