"""A Bot API server without limits or memory, so that a benchmark measures the bot alone.

`POST /updates` takes a JSON list of updates and queues it; getUpdates serves the queue and
drops what the offset confirms. `GET /counts` answers
`{"calls": {method: number}, "waiting": updates not yet confirmed, "seconds": from the first
update served to the latest other call}`.
"""

import argparse
import asyncio
import contextlib
import itertools
import json
import re
import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

from aiohttp import web

TOKEN = "42:stub"
BATCH = 100
CHAT_ID = re.compile(rb"chat_id=(-?\d+)")
ME = {"id": 42, "is_bot": True, "first_name": "Stub", "username": "stub_bot"}
# Other methods that begin with send answer true.
NOT_MESSAGES = frozenset({"sendChatAction", "sendMediaGroup"})
PROFILE = {
    "getMyCommands": "[]",
    "getMyName": '{"name":""}',
    "getMyDescription": '{"description":""}',
    "getMyShortDescription": '{"short_description":""}',
}
Update = dict[str, Any]


def messages(users: int, count: int, text: str = "hello") -> list[Update]:
    """`count` text messages, the users taking turns."""
    return [
        {"update_id": n + 1, "message": _message(n % users + 1, n + 1, text)} for n in range(count)
    ]


def presses(users: int, count: int, data: str) -> list[Update]:
    """`count` presses of a button, the users taking turns."""
    return [
        {
            "update_id": n + 1,
            "callback_query": {
                "id": str(n + 1),
                "from": _user(n % users + 1),
                "chat_instance": "1",
                "data": data,
                "message": {**_message(n % users + 1, 1, "question"), "from": ME},
            },
        }
        for n in range(count)
    ]


def _user(number: int) -> dict[str, Any]:
    return {"id": number, "is_bot": False, "first_name": "User", "language_code": "en"}


def _message(user: int, message_id: int, text: str) -> dict[str, Any]:
    return {
        "message_id": message_id,
        "date": int(time.time()),
        "chat": {"id": user, "type": "private", "first_name": "User"},
        "from": _user(user),
        "text": text,
    }


class Stub:
    def __init__(self, latency: float) -> None:
        self._latency = latency
        self._queue: deque[tuple[int, str]] = deque()
        self._queued = asyncio.Event()
        self._calls: Counter[str] = Counter()
        self._message_ids = itertools.count(1_000_000)
        self._first_served = self._last_call = 0.0

    async def answer(self, request: web.BaseRequest) -> web.Response:
        method = request.path.rpartition("/")[2]
        body = await request.content.read()  # request.read() stops at 1 MB
        if not request.path.startswith("/bot"):
            return self._control(method, body)
        self._calls[method] += 1
        if method == "getUpdates":
            return _json(f"[{','.join(await self._updates(body))}]")
        if self._latency:
            await asyncio.sleep(self._latency)
        self._last_call = time.perf_counter()
        return _json(self._result(method, body))

    def _control(self, path: str, body: bytes) -> web.Response:
        if path == "updates":
            self._queue += [(u["update_id"], json.dumps(u)) for u in json.loads(body)]
            self._queued.set()
        seconds = self._last_call - self._first_served if self._first_served else 0.0
        counts = {"calls": self._calls, "waiting": len(self._queue), "seconds": seconds}
        return web.json_response(counts)

    async def _updates(self, body: bytes) -> list[str]:
        asked = parse_qs(body.decode())
        offset = int(asked.get("offset", ["0"])[0])
        while self._queue and self._queue[0][0] < offset:
            self._queue.popleft()
        if not self._queue:
            self._queued.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(int(asked.get("timeout", ["0"])[0])):
                    await self._queued.wait()
        if self._queue and not self._first_served:
            self._first_served = time.perf_counter()
        limit = min(BATCH, int(asked.get("limit", [BATCH])[0]))
        return [update for _, update in itertools.islice(self._queue, limit)]

    def _result(self, method: str, body: bytes) -> str:
        if method == "getMe":
            return json.dumps(ME)
        if method.startswith(("send", "edit")) and method not in NOT_MESSAGES:
            found = CHAT_ID.search(body)
            chat = found[1].decode() if found else "1"
            return (
                f'{{"message_id":{next(self._message_ids)},"date":1,"text":"ok",'
                f'"chat":{{"id":{chat},"type":"private","first_name":"User"}}}}'
            )
        return PROFILE.get(method, "true")


def _json(result: str) -> web.Response:
    return web.Response(
        body=f'{{"ok":true,"result":{result}}}'.encode(), content_type="application/json"
    )


async def serve(latency: float) -> None:
    """Serve until killed; the first line printed is the address."""
    runner = web.ServerRunner(web.Server(Stub(latency).answer))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


@contextlib.contextmanager
def running(latency: float = 0.0) -> Iterator[str]:
    """A stub in its own process; gives its address (the Bot API's root)."""
    command = [sys.executable, "-m", "benchmarks.stub", "--latency", str(latency)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    asyncio.run(serve(parser.parse_args().latency))
