"""Transactions over memory: one at a time, each on a copy that replaces the state at its end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.contract.memory.state import State


class Transactions:
    def __init__(self) -> None:
        self.state = State()
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[State]:
        async with self._lock:
            working = self.state.copy()
            yield working
            self.state = working
