"""How fast a bot may write.

``strict`` is OUR ASSUMPTION: Telegram publishes only rough advice. It allows 30 sends and edits
in any sliding second over the whole bot, 3 in any 3 seconds in one chat and 20 in any minute in
one group; the next one is refused with 429 and ``retry_after``. Refused calls do not count.
``unlimited`` refuses nothing. Windows run in machine time and start empty after a restart.
"""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.errors import too_many_requests
from simulator.store import Json


@dataclass
class Window:
    calls: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """Seconds until one more call fits; 0 when it fits now."""
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return 0.0 if len(self.times) < self.calls else self.times[0] + self.seconds - now


WHOLE_BOT = (30, 1.0)
ONE_CHAT = (3, 3.0)
ONE_GROUP = (20, 60.0)
PROFILES = ("unlimited", "strict")


class Rates:
    def __init__(self, profile: str, machine: Callable[[], float] = time.monotonic) -> None:
        self._machine = machine
        self.choose(profile)

    def choose(self, profile: str) -> None:
        """Change the profile; windows start empty. Raises ValueError."""
        if profile not in PROFILES:
            raise ValueError(f"a rate profile is one of {', '.join(PROFILES)}")
        self.profile = profile
        self._bot = Window(*WHOLE_BOT)
        self._chats: dict[int, list[Window]] = {}

    def admit(self, chat_id: int) -> None:
        """Count one send or edit. Raises ApiError 429."""
        if self.profile == "unlimited":
            return
        now = self._machine()
        windows = [self._bot, *self._of_chat(chat_id)]
        wait = max(window.wait(now) for window in windows)
        if wait > 0:
            raise too_many_requests(math.ceil(wait))
        for window in windows:
            window.times.append(now)

    def _of_chat(self, chat_id: int) -> list[Window]:
        if chat_id not in self._chats:
            group = [Window(*ONE_GROUP)] if chat_id < 0 else []
            self._chats[chat_id] = [Window(*ONE_CHAT), *group]
        return self._chats[chat_id]

    def state(self) -> Json:
        """What the page shows about the profile."""
        strict = [
            {"over": "bot", "calls": WHOLE_BOT[0], "seconds": WHOLE_BOT[1]},
            {"over": "chat", "calls": ONE_CHAT[0], "seconds": ONE_CHAT[1]},
            {"over": "group", "calls": ONE_GROUP[0], "seconds": ONE_GROUP[1]},
        ]
        return {
            "profile": self.profile,
            "rules": strict if self.profile == "strict" else [],
            "note": "an assumption of this simulator; Telegram's exact limits are unpublished",
        }
