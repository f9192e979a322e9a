"""A simulator served in the test's own loop, a real bot, and hands for its phones."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from telegram import Bot
from telegram.request import HTTPXRequest

from simulator.server import Served, serve
from simulator.simulation import Options, Simulation

TOKEN = "100001:SIM"
START = 1_790_000_000.0
PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99"
    b"=\x1d\x00\x00\x00\x00IEND\xaeB`\x82"
)


class MachineTime:
    """Machine time that a test moves by hand; in seconds since the epoch."""

    def __init__(self, now: float = START) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@dataclass
class World:
    served: Served
    bot: Bot
    page: httpx.AsyncClient
    time: MachineTime

    @property
    def simulation(self) -> Simulation:
        return self.served.simulation

    async def call(self, method: str, token: str = TOKEN, **params: Any) -> tuple[int, Any]:
        """Call the Bot API with form values: its status, and its result or description."""
        form = {k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()}
        answer = await self.page.post(f"/bot{token}/{method}", data=form)
        body = answer.json()
        assert body["ok"] == (answer.status_code == 200)
        if not body["ok"]:
            assert body["error_code"] == answer.status_code
        return answer.status_code, body.get("result", body.get("description"))

    async def ask(self, path: str, **query: Any) -> Any:
        """GET of the page API; fails on a refusal."""
        answer = await self.page.get(path, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def tell(self, path: str, body: Any = None, status: int = 200) -> Any:
        """POST of the page API, with the status expected."""
        answer = await self.page.post(path, json={} if body is None else body)
        assert answer.status_code == status, answer.text
        return answer.json()

    async def phone(self, name: str = "Ana", language: str = "en") -> int:
        """A new phone whose owner has not pressed Start."""
        body = {"first_name": name, "language_code": language}
        return int((await self.tell("/phones", body))["id"])

    async def started(self, name: str = "Ana", language: str = "en") -> int:
        """A phone in touch with the bot, with nothing left in the bot's queue."""
        phone = await self.phone(name, language)
        await self.tell(f"/phones/{phone}/start")
        self.simulation.updates.drop_all()
        return phone

    async def updates(self) -> list[Any]:
        """Raw updates waiting for the bot; they stay unconfirmed."""
        status, found = await self.call("getUpdates")
        assert status == 200, found
        return list(found)

    async def messages(self, phone: int, chat: int | None = None, after: int = 0) -> list[Any]:
        path = f"/chats/{chat or phone}/messages"
        return list((await self.ask(path, phone=phone, after=after))["messages"])


def options(folder: Path, **changes: Any) -> Options:
    return Options(folder / "state.sqlite3", **changes)


@asynccontextmanager
async def open_world(chosen: Options, time: MachineTime | None = None) -> AsyncIterator[World]:
    time = time or MachineTime()
    async with (
        serve(chosen, machine=time) as served,
        httpx.AsyncClient(base_url=served.url, verify=False, timeout=10) as page,
        bot_at(served.url) as bot,
    ):
        yield World(served, bot, page, time)


def bot_at(url: str) -> Bot:
    """A real bot; it never speaks TLS here, so it needs not load certificates."""
    quick = {"verify": False}
    return Bot(
        TOKEN,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=HTTPXRequest(httpx_kwargs=quick),
        get_updates_request=HTTPXRequest(httpx_kwargs=quick),
    )
