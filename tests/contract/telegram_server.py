"""A server on 127.0.0.1 that notes what a transport sends and answers as it is told."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

ME = {"id": 42, "is_bot": True, "first_name": "Bot", "username": "a_bot"}
MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "ok"}
UPLOAD_LIMIT = 64 * 2**20


@dataclass(frozen=True)
class Sent:
    """One file as it arrived."""

    filename: str
    mimetype: str
    content: bytes


@dataclass(frozen=True)
class Call:
    method: str
    fields: dict[str, str]
    files: dict[str, Sent]


@dataclass
class TelegramServer:
    """`status` and `body` are the next answers, given after `delay` seconds."""

    root: str = ""
    status: int = 200
    body: bytes = json.dumps({"ok": True, "result": MESSAGE}).encode()
    delay: float = 0.0
    drops: bool = False
    calls: list[Call] = field(default_factory=list)
    connections: set[Any] = field(default_factory=set)
    at_once: int = 0
    most_at_once: int = 0

    def answers(self, status: int, content: Any) -> None:
        self.status = status
        self.body = content if isinstance(content, bytes) else json.dumps(content).encode()

    async def handle(self, request: web.Request) -> web.Response:
        method = request.path.rpartition("/")[2]
        if method == "getMe":
            return web.json_response({"ok": True, "result": ME})
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            self.calls.append(await _call(method, request))
            self.connections.add(request.transport)
            await asyncio.sleep(self.delay)
        finally:
            self.at_once -= 1
        if self.drops and request.transport is not None:
            request.transport.abort()
        return web.Response(status=self.status, body=self.body)


async def _call(method: str, request: web.Request) -> Call:
    fields: dict[str, str] = {}
    files: dict[str, Sent] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, FileField):
            files[name] = Sent(value.filename, value.content_type, value.file.read())
        else:
            assert isinstance(value, str)
            fields[name] = value
    return Call(method, fields, files)


@asynccontextmanager
async def telegram_server() -> AsyncIterator[TelegramServer]:
    server = TelegramServer()
    app = web.Application(client_max_size=UPLOAD_LIMIT)
    app.router.add_route("*", "/{path:.*}", server.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.01)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.root = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()
