"""Runs one polling bot against the stub until every message of its queue is answered."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import aiohttp

from benchmarks import stub

USERS = 500
UPDATES = 5_000
LOOK_EVERY = 0.1  # seconds
Poll = Callable[[str], Awaitable[None]]


@dataclass(frozen=True)
class Speed:
    """Per second, measured by the stub from the first update served to the last answer; and the
    processor time that the bot's process took for each, which other work on the machine sways
    less."""

    answers: float
    calls: float
    cpu_ms: float

    def told(self, name: str) -> str:
        return (
            f"{name:<14}{self.answers:>8,.0f} answers/s{self.calls:>8,.0f} API calls/s"
            f"{self.cpu_ms:>8.2f} ms of processor time an answer"
        )


async def speed(
    poll: Poll, root: str, updates: list[stub.Update], answer: str = "sendMessage"
) -> Speed:
    """`answer` is the method whose call counts as one update answered."""
    async with aiohttp.ClientSession(root, raise_for_status=True) as session:
        await session.post("/updates", json=updates)
        polling = asyncio.ensure_future(poll(root))
        try:
            counts, cpu = await _when_answered(session, answer, len(updates), polling)
        finally:
            polling.cancel()
            with suppress(asyncio.CancelledError):
                await polling
    calls: Counter[str] = Counter(counts["calls"])
    seconds = counts["seconds"]
    return Speed(calls[answer] / seconds, calls.total() / seconds, cpu / len(updates) * 1000)


async def _when_answered(
    session: aiohttp.ClientSession, method: str, answers: int, polling: asyncio.Future[None]
) -> tuple[dict[str, Any], float]:
    """What the stub counted, and the seconds of processor time since it served an update."""
    began = time.process_time()
    while not polling.done():
        await asyncio.sleep(LOOK_EVERY)
        async with session.get("/counts") as response:
            counts: dict[str, Any] = await response.json()
        if not counts["calls"].get("getUpdates"):
            began = time.process_time()
        if counts["calls"].get(method, 0) >= answers:
            return counts, time.process_time() - began
    raise RuntimeError("The bot stopped before it had answered") from polling.exception()


def main(name: str, poll: Poll) -> None:
    """Measure and print one line: name, answers a second, API calls a second."""
    with stub.running() as root:
        result = asyncio.run(speed(poll, root, stub.messages(USERS, UPDATES)))
    print(result.told(name))
