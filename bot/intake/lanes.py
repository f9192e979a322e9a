"""In order for each person, in parallel across people."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")
Work = Callable[[T], Awaitable[None]]


class Lanes(Generic[T]):
    """Runs `work` on what is put in; a lane exists only while it has something to do.

    `work` must not raise. At most `at_once` lanes work at the same time.
    """

    def __init__(self, work: Work[T], at_once: int = 100) -> None:
        self._work = work
        self._places = asyncio.Semaphore(at_once)
        self._waiting: dict[Hashable, deque[T]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, lane: Hashable, item: T) -> None:
        if lane in self._waiting:
            self._waiting[lane].append(item)
            return
        self._waiting[lane] = deque([item])
        task = asyncio.create_task(self._drain(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @property
    def idle(self) -> bool:
        return not self._waiting

    async def close(self) -> None:
        """Stops at once; what was not finished is still in the inbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _drain(self, lane: Hashable) -> None:
        items = self._waiting[lane]
        while items:
            async with self._places:
                await self._work(items[0])
            items.popleft()
        del self._waiting[lane]
