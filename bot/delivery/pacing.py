"""How many sends and edits Telegram lets a bot make in any second, as its server counts them."""

import math
from collections import deque

SECOND = 1.0
AGAIN_SECONDS = 0.02  # when nobody knows how long it takes
# What Telegram is taken to allow a bot in any second; its exact limit is unpublished.
MOST_PER_SECOND = 30


class Pace:
    """Answers "may it go now?" from machine time; it never sleeps and reads no clock.

    `opening` and `push_opening` return `now` when it may, else a later instant: sleep until then
    and ask again, because others or a pause may have come between. What goes is told by `begin`
    and, once Telegram answered or nothing more is to be expected, by `end`.

    - Of all sends and edits no second at the server holds more than `most`. When the server
      counts one is not known, only that it does between its beginning and its answer; so each
      holds its place until a second after the answer, less half of what the quickest answer of all
      took: the way itself, of which nobody knows how much is there and how much is back.
    - A push leaves one place to replies, and never follows another push to its chat within a
      second.
    - Nothing goes before `paused_until`.
    """

    def __init__(self, most: int = MOST_PER_SECOND) -> None:
        self.paused_until = -math.inf
        self._most = most
        self._on_the_way = 0
        self._free_at: deque[float] = deque()  # places of what was answered, the earliest first
        self._quickest = math.inf
        self._pushed: dict[int, float] = {}  # the last second's, oldest first

    def pause_until(self, instant: float) -> None:
        """Hold everything until `instant`; an earlier one than before changes nothing."""
        self.paused_until = max(self.paused_until, instant)

    def opening(self, now: float) -> float:
        return max(now, self.paused_until, self._place(self._most, now))

    def push_opening(self, chat_id: int, now: float) -> float:
        self._forget(now)
        chat_free = self._pushed.get(chat_id, -math.inf) + SECOND
        instant = max(now, self.paused_until, chat_free, self._place(self._most - 1, now))
        if instant == now:
            self._pushed[chat_id] = now
        return instant

    def begin(self) -> None:
        self._on_the_way += 1

    def end(self, began: float, now: float, *, taken: bool = True) -> None:
        """`taken`: Telegram did it; refusals come quicker and say nothing of the way."""
        self._on_the_way -= 1
        if taken:
            self._quickest = min(self._quickest, now - began)
        way = 0.0 if math.isinf(self._quickest) else min(self._quickest, now - began)
        self._free_at.append(now + SECOND - way / 2)

    def _place(self, most: int, now: float) -> float:
        while self._free_at and self._free_at[0] <= now:
            self._free_at.popleft()
        too_many = self._on_the_way + len(self._free_at) - most
        if too_many < 0:
            return now
        known = too_many < len(self._free_at)
        return self._free_at[too_many] if known else now + AGAIN_SECONDS

    def _forget(self, now: float) -> None:
        while self._pushed:
            oldest = next(iter(self._pushed))
            if self._pushed[oldest] + SECOND > now:
                return
            del self._pushed[oldest]
