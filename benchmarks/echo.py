"""Runs one polling bot against the stub until every message of its queue is answered."""

import asyncio
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
    """Both per second, measured by the stub from the first update served to the last answer."""

    answers: float
    calls: float


async def speed(
    poll: Poll, root: str, updates: list[stub.Update], answer: str = "sendMessage"
) -> Speed:
    """`answer` is the method whose call counts as one update answered."""
    async with aiohttp.ClientSession(root, raise_for_status=True) as session:
        await session.post("/updates", json=updates)
        polling = asyncio.ensure_future(poll(root))
        try:
            counts = await _when_answered(session, answer, len(updates), polling)
        finally:
            polling.cancel()
            with suppress(asyncio.CancelledError):
                await polling
    calls: Counter[str] = Counter(counts["calls"])
    return Speed(calls[answer] / counts["seconds"], calls.total() / counts["seconds"])


async def _when_answered(
    session: aiohttp.ClientSession, method: str, answers: int, polling: asyncio.Future[None]
) -> dict[str, Any]:
    while not polling.done():
        await asyncio.sleep(LOOK_EVERY)
        async with session.get("/counts") as response:
            counts: dict[str, Any] = await response.json()
        if counts["calls"].get(method, 0) >= answers:
            return counts
    raise RuntimeError("The bot stopped before it had answered") from polling.exception()


def main(name: str, poll: Poll) -> None:
    """Measure and print one line: name, answers a second, API calls a second."""
    with stub.running() as root:
        result = asyncio.run(speed(poll, root, stub.messages(USERS, UPDATES)))
    print(f"{name:<14}{result.answers:>10,.0f} answers/s{result.calls:>10,.0f} API calls/s")
