"""Programme time, read once per update or tick. Machine time is asyncio's and the database's."""

from datetime import UTC, datetime
from typing import Protocol

import aiohttp
import structlog


class Clock(Protocol):
    async def now(self) -> datetime:
        """Programme time in UTC."""


class SystemClock:
    async def now(self) -> datetime:
        return datetime.now(UTC)


class FollowedClock:
    """Follows the simulator's clock, so that a week can be lived through in a minute.

    While it can't be read it stands at what it said last: nobody's update fails for that. Only
    the first reading raises aiohttp.ClientError or TimeoutError.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._session: aiohttp.ClientSession | None = None
        self._last: datetime | None = None

    async def now(self) -> datetime:
        try:
            self._last = await self._read()
        except (aiohttp.ClientError, TimeoutError) as error:
            if self._last is None:
                raise
            structlog.get_logger().warning("clock_stands_still", kind=type(error).__name__)
        return self._last

    async def _read(self) -> datetime:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5))
        async with self._session.get(self._url) as response:
            response.raise_for_status()
            answer = await response.json()
        return datetime.fromisoformat(answer["now"]).astimezone(UTC)

    async def tell_follower(self, next_due_url: str, health_url: str) -> None:
        """Says where the simulator may ask when something is due next, and how the bot is."""
        await self.now()
        if self._session is None:
            raise AssertionError("now() opens the session")
        body = {"next_due_url": next_due_url, "health_url": health_url}
        async with self._session.post(f"{self._url}/follower", json=body) as response:
            response.raise_for_status()

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
