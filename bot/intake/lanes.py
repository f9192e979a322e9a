"""In order for each person, in parallel across people."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, Protocol, TypeVar


class Ordered(Protocol):
    @property
    def update_id(self) -> int: ...


T = TypeVar("T", bound=Ordered)
Work = Callable[[T], Awaitable[None]]


class Lanes(Generic[T]):
    """Runs `work` on what is put in, in each lane by update id among what waits there.

    A lane exists only while it has something to do. `work` must not raise. At most `at_once`
    lanes work at the same time.
    """

    def __init__(self, work: Work[T], at_once: int = 100) -> None:
        self._work = work
        self._places = asyncio.Semaphore(at_once)
        self._waiting: dict[Hashable, list[T]] = {}
        self._at_work: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def put(self, lane: Hashable, item: T) -> None:
        if lane in self._waiting:
            # A webhook may bring a person's updates side by side, and so the later one first.
            self._waiting[lane].append(item)
            self._waiting[lane].sort(key=lambda waiting: waiting.update_id)
            return
        self._waiting[lane] = [item]
        task = asyncio.create_task(self._drain(lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @property
    def idle(self) -> bool:
        return not self._waiting

    def holds(self, update_id: int) -> bool:
        """Whether it waits or is being worked on."""
        if update_id in self._at_work:
            return True
        return any(item.update_id == update_id for lane in self._waiting.values() for item in lane)

    async def close(self) -> None:
        """Stops at once; what was not finished is still in the inbox."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _drain(self, lane: Hashable) -> None:
        try:
            while items := self._waiting[lane]:
                async with self._places:
                    await self._one(items.pop(0))
        finally:
            del self._waiting[lane]

    async def _one(self, item: T) -> None:
        self._at_work.add(item.update_id)
        try:
            await self._work(item)
        finally:
            self._at_work.discard(item.update_id)
