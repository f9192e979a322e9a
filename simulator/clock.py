"""Programme time: what the bot and its people call now, apart from the machine's own time."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from simulator.store import Json, Store

MachineNow = Callable[[], float]


def machine_now() -> float:
    """Seconds since the epoch, by the machine. Never travels."""
    return time.time()


def to_iso(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat().replace("+00:00", "Z")


def from_iso(text: str) -> float:
    """Seconds since the epoch; a text without a zone is UTC. Raises ValueError."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


class Backwards(Exception):
    """Programme time only goes forward."""


class Clock:
    """Programme time = anchor + rate x machine seconds since the anchor; stored, so it survives.

    ``rate`` is 1 for real time and 0 for a stopped clock. While playing the clock stands at
    each due instant.
    """

    def __init__(self, store: Store, machine: MachineNow, rate: float = 1.0) -> None:
        self._store = store
        self._machine = machine
        self._usual_rate = rate
        now = machine()
        kept = store.setting("clock", {"machine": now, "programme": now, "rate": rate})
        self._machine_anchor: float = kept["machine"]
        self._anchor: float = kept["programme"]
        self._rate: float = kept["rate"]
        self.playing = False
        self._settle(self.now(), rate)

    def now(self) -> float:
        """Programme time in seconds since the epoch."""
        passed = max(0.0, self._machine() - self._machine_anchor)
        return self._anchor + self._rate * passed

    def jump(self, to: float) -> None:
        """Set programme time forward. Raises Backwards."""
        if to < self.now():
            raise Backwards(to_iso(to))
        self._settle(to, self._rate)

    def hold(self) -> None:
        """Stand still, as a play does between two instants."""
        self.playing = True
        self._settle(self.now(), 0.0)

    def release(self) -> None:
        """Go on at the usual rate."""
        self.playing = False
        self._settle(self.now(), self._usual_rate)

    def state(self) -> Json:
        running = "real" if self._rate else "stopped"
        return {
            "now": to_iso(self.now()),
            "mode": "play" if self.playing else running,
            "rate": self._rate,
        }

    def _settle(self, programme: float, rate: float) -> None:
        self._anchor, self._machine_anchor, self._rate = programme, self._machine(), rate
        # A play does not survive a restart, so the rate kept is never that of a held clock.
        kept = {"machine": self._machine_anchor, "programme": programme, "rate": self._usual_rate}
        self._store.save_setting("clock", kept)
