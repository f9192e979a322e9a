"""Waiting for one's turn: replies before pushes, and nobody during a pause after a 429."""

import asyncio
from collections.abc import Callable

from bot.delivery.pacing import Pace
from learning.pushes.ports import Outbox


class Turns:
    """The bot's one budget. The pause is a row that all workers read; `paused` reads it."""

    def __init__(self, pace: Pace, outbox: Outbox) -> None:
        self._pace = pace
        self._outbox = outbox

    async def reply(self) -> None:
        await self._wait(self._pace.reply)

    async def push(self, chat_id: int) -> None:
        await self._wait(lambda now: self._pace.push(chat_id, now))

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

    async def _wait(self, ask: Callable[[float], float]) -> None:
        while (instant := ask(now := _now())) > now:  # noqa: ASYNC110 - a pause may come between
            await asyncio.sleep(instant - now)


def _now() -> float:
    return asyncio.get_running_loop().time()
