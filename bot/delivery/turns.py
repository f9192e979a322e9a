"""Waiting for one's turn: replies before pushes, and nobody during a pause after a 429."""

import asyncio
from collections import deque
from collections.abc import Callable

from bot.delivery.pacing import Pace
from learning.pushes.ports import Outbox

# How far ahead turns are taken at once, and how late they may still be used: one statement for
# several pushes, and hardly any turn that nobody else can use.
AHEAD_SECONDS = 0.1


class Turns:
    """The bot's one budget. The pause is a row that all workers read; `paused` reads it. So is
    the rate: pushes take their turns from a row, replies since the last time first."""

    def __init__(self, pace: Pace, outbox: Outbox) -> None:
        self._pace = pace
        self._outbox = outbox
        self._replies = 0
        self._turns: deque[float] = deque()
        self._taking = asyncio.Lock()

    async def reply(self) -> None:
        await self._wait(self._pace.reply)
        self._replies += 1

    async def push(self, chat_id: int) -> float:
        """The seconds that it took until it may go."""
        began = _now()
        async with self._taking:
            await self._wait(self._pace.pause)
            await self._turn()
        await self._wait(lambda now: self._pace.push(chat_id, now))
        return _now() - began

    async def pause(self, seconds: float) -> None:
        """Telegram said so: nobody sends before then, here and in other processes."""
        self._pace.pause_until(_now() + seconds)
        await self._outbox.pause_bot(seconds)

    async def paused(self) -> bool:
        """Whether nobody may send now; replies here wait from then on, too."""
        left = await self._outbox.pause_left()
        if left > 0:
            self._pace.pause_until(_now() + left)
        return left > 0

    async def _turn(self) -> None:
        if not self._turns or self._turns[0] < _now() - AHEAD_SECONDS:
            await self._take_turns()
        await asyncio.sleep(self._turns.popleft() - _now())

    async def _take_turns(self) -> None:
        interval = self._pace.interval
        number = max(1, round(AHEAD_SECONDS / interval))
        # What is older than a second no longer counts with Telegram.
        replies, self._replies = min(self._replies, round(1 / interval)), 0
        wait = await self._outbox.take_turns((replies + number) * interval)
        begin = _now() + wait
        self._turns = deque(begin + (replies + n) * interval for n in range(number))

    async def _wait(self, ask: Callable[[float], float]) -> None:
        while (instant := ask(now := _now())) > now:  # noqa: ASYNC110 - a pause may come between
            await asyncio.sleep(instant - now)


def _now() -> float:
    return asyncio.get_running_loop().time()
