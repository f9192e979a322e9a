"""Leaves a failing part alone for a while, so that nobody waits for it in vain."""

import time
from collections.abc import Callable


class CircuitBreaker:
    """Opens after `limit` failures in a row; after `rest` seconds one caller may try again."""

    def __init__(
        self, limit: int = 3, rest: float = 5.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit, self._rest, self._clock = limit, rest, clock
        self._failures = 0
        self._next_try = 0.0

    def lets_through(self) -> bool:
        if self._failures < self._limit:
            return True
        now = self._clock()
        if now < self._next_try:
            return False
        self._next_try = now + self._rest
        return True

    def succeeded(self) -> None:
        self._failures = 0

    def failed(self) -> None:
        self._failures += 1
        if self._failures >= self._limit:
            self._next_try = self._clock() + self._rest
