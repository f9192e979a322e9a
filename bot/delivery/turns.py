"""Waiting for one's turn: replies before pushes, and nobody during a pause after a 429."""

import asyncio
from collections import deque

from bot.delivery.gate import machine, waited
from bot.delivery.pacing import Pace
from learning.pushes.ports import Outbox

# For how long turns are taken at once, before they are needed: one statement for several pushes,
# done in time even where the disk is slow, and few turns that nobody else can use.
AHEAD_SECONDS = 0.4
STALE_SECONDS = 1.0  # turns older than that are lost
LATE_TURNS = 2  # so many above the rate are within what a second may hold


class Turns:
    """The bot's one budget. The pause is a row that all workers read; `paused` reads it. So is
    the rate: pushes take their turns from a row, replies since the last time first. That no
    second holds too many is the gate's."""

    def __init__(self, pace: Pace, rate_per_second: float, outbox: Outbox) -> None:
        self._pace = pace
        self._rate = rate_per_second
        self._outbox = outbox
        self._replies = 0
        self._turns: deque[float] = deque()
        self._coming: asyncio.Task[deque[float]] | None = None
        self._taking = asyncio.Lock()

    def reply(self) -> None:
        """One goes without waiting; those who push wait longer."""
        self._replies += 1

    async def push(self, chat_id: int) -> float:
        """The seconds that it took until it may go."""
        began = machine()
        async with self._taking:
            await asyncio.sleep(await self._next() - machine())
        await waited(lambda now: self._pace.push_opening(chat_id, now))
        return machine() - began

    async def pause(self, seconds: float) -> None:
        """Telegram said so: nobody sends before then, here and in other processes."""
        self._pace.pause_until(machine() + seconds)
        await self._outbox.pause_bot(seconds)

    async def paused(self) -> bool:
        """Whether nobody may send now; replies here wait from then on, too."""
        left = await self._outbox.pause_left()
        if left > 0:
            self._pace.pause_until(machine() + left)
        return left > 0

    async def close(self) -> None:
        if self._coming is not None:
            self._coming.cancel()
            await asyncio.gather(self._coming, return_exceptions=True)

    async def _next(self) -> float:
        """When the next turn begins. Those behind it are taken while these are used, so that
        nobody waits for the statement."""
        if not self._turns and self._coming is not None:
            coming, self._coming = self._coming, None
            self._turns = await coming
        if not self._turns or self._turns[0] < machine() - STALE_SECONDS:
            self._turns = await self._taken()
        if self._coming is None:
            self._coming = asyncio.create_task(self._taken())
        return self._turns.popleft()

    async def _taken(self) -> deque[float]:
        number = max(1, round(AHEAD_SECONDS * self._rate))
        # What is older than a second no longer counts with Telegram.
        replies, self._replies = min(self._replies, round(self._rate)), 0
        interval, began = 1 / self._rate, machine()
        begin = began + await self._outbox.take_turns(
            (replies + number) * interval, LATE_TURNS * interval
        )
        return deque(begin + (replies + n) * interval for n in range(number))
