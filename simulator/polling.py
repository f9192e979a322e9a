"""Long polling: one poller at a time; a newer one ends the older one with a 409."""

import asyncio
from typing import Any

from simulator.errors import ApiError
from simulator.updates import Update, Updates

OLDER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class Polling:
    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._ending: asyncio.Future[None] | None = None

    def end(self, reason: str) -> None:
        """End the poll under way with a 409."""
        if self._ending and not self._ending.done():
            self._ending.set_exception(ApiError(409, reason))
        self._ending = None

    async def take(self, limit: int, seconds: float) -> list[Update]:
        """Updates as soon as there are some, or none after ``seconds``.

        Raises ApiError 409 when another poller comes.
        """
        self.end(OLDER_POLLER)
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._ending = mine
        try:
            async with asyncio.timeout(seconds):
                return await self._first(limit, mine)
        except TimeoutError:
            return []
        finally:
            if self._ending is mine:
                self._ending = None
                mine.cancel()

    async def _first(self, limit: int, ending: asyncio.Future[None]) -> list[Update]:
        while True:
            changed = self._updates.changed
            if batch := self._updates.pending(limit):
                return batch
            waiting: asyncio.Future[Any] = asyncio.ensure_future(changed.wait())
            try:
                await asyncio.wait({waiting, ending}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                waiting.cancel()
            if ending.done():
                ending.result()
