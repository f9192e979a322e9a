"""When a send or edit may go: one budget per bot, replies before pushes."""

import math
from collections import deque

SECOND = 1.0
# What Telegram is taken to allow a bot in any second; its exact limit is unpublished.
REPLIES_PER_SECOND = 30


class Pace:
    """Answers "may it go now?" from machine time; it never sleeps and reads no clock.

    `reply` and `push` return `now` when the send may go, which debits it. A later instant
    debits nothing: sleep until then and ask again, because replies or a pause may have come
    between:

        while (instant := pace.push(chat_id, now := clock())) > now:
            await asyncio.sleep(instant - now)

    - A push never makes a second hold more than one send above `rate_per_second`, replies
      counted, and never follows another push to its chat within a second. The one above is what
      a push gains that was woken late: else every lateness would slow all that follow.
    - A reply waits only for replies: until fewer than `replies_per_second` went in the second
      before it.
    - Nothing goes before `paused_until`.

    Instants are seconds of one monotonic clock, `interval` the seconds between two pushes.
    `rate_per_second` is at least 1.
    """

    def __init__(
        self, rate_per_second: float, replies_per_second: int = REPLIES_PER_SECOND
    ) -> None:
        self.paused_until = -math.inf
        self.interval = SECOND / rate_per_second
        self._next_push = -math.inf
        self._replies: deque[float] = deque(maxlen=replies_per_second)
        self._pushed: dict[int, float] = {}  # the last second's, oldest first

    def pause_until(self, instant: float) -> None:
        """Hold everything until `instant`; an earlier one than before changes nothing."""
        self.paused_until = max(self.paused_until, instant)

    def pause(self, now: float) -> float:
        """Debits nothing."""
        return max(now, self.paused_until)

    def reply(self, now: float) -> float:
        full = len(self._replies) == self._replies.maxlen
        instant = max(now, self.paused_until, self._replies[0] + SECOND if full else now)
        if instant == now:
            self._replies.append(now)
            self._debit(now)
        return instant

    def push(self, chat_id: int, now: float) -> float:
        self._forget(now)
        chat_free = self._pushed.get(chat_id, -math.inf) + SECOND
        instant = max(now, self.paused_until, self._next_push, chat_free)
        if instant == now:
            self._pushed[chat_id] = now
            self._debit(now)
        return instant

    def _debit(self, now: float) -> None:
        """Every send delays the next push by one interval, but a second clears all debt:
        what is older no longer counts with Telegram."""
        is_late = now - self._next_push < self.interval
        turn = self._next_push if is_late else now
        self._next_push = min(turn + self.interval, now + SECOND)

    def _forget(self, now: float) -> None:
        while self._pushed:
            oldest = next(iter(self._pushed))
            if self._pushed[oldest] + SECOND > now:
                return
            del self._pushed[oldest]
