"""What the page hears about: changed chats, the clock, and every call of the Bot API."""

import asyncio
import time
from collections import deque
from typing import Any

from simulator.store import Json

CALLS_KEPT = 500
VALUE_SHOWN = 300


class Events:
    """Fans events out to the page's open streams; keeps the last calls in memory only."""

    def __init__(self) -> None:
        self._streams: set[asyncio.Queue[Json | None]] = set()
        self._calls: deque[Json] = deque(maxlen=CALLS_KEPT)
        # Numbers go on rising after a restart, so a page that asks "after N" misses nothing.
        self._number = int(time.time() * 1000)

    def open(self) -> asyncio.Queue[Json | None]:
        """A stream of events; None means that the simulator is closing."""
        stream: asyncio.Queue[Json | None] = asyncio.Queue()
        self._streams.add(stream)
        return stream

    def leave(self, stream: asyncio.Queue[Json | None]) -> None:
        self._streams.discard(stream)

    def close(self) -> None:
        for stream in self._streams:
            stream.put_nowait(None)

    def publish(self, event: Json) -> None:
        for stream in self._streams:
            stream.put_nowait(event)

    def log_call(self, method: str, params: Json, milliseconds: float, status: int) -> None:
        """Remember one call; ``status`` 0 means that the connection was dropped."""
        self._number += 1
        call = {
            "n": self._number,
            "method": method,
            "params": {name: _shortened(value) for name, value in params.items()},
            "ms": round(milliseconds, 1),
            "status": status,
        }
        self._calls.append(call)
        if self._streams:
            shown = {name: call[name] for name in ("n", "method", "ms", "status")}
            self.publish({"call": shown})

    def calls(self, after: int) -> list[Json]:
        return [call for call in self._calls if call["n"] > after]


def _shortened(value: Any) -> str:
    text = str(value)
    return text if len(text) <= VALUE_SHOWN else text[:VALUE_SHOWN] + "…"
