"""Play: walk programme time due instant by due instant, letting the bot finish each."""

import asyncio
import time

import aiohttp

from simulator.clock import Clock, from_iso, to_iso
from simulator.events import Events
from simulator.store import Json, Store

POLL_SECONDS = 0.05
SETTLE_SECONDS = 60.0
ANSWER = aiohttp.ClientTimeout(total=SETTLE_SECONDS)


class Unsettled(Exception):
    """The bot did not become idle in time, or could not be asked."""


class Player:
    """Asks the follower, a URL the bot registered, what is due next and whether it is idle.

    The follower answers ``{"next_due": ISO-8601 or null, "idle": bool}``.
    """

    def __init__(self, store: Store, clock: Clock, events: Events) -> None:
        self._store = store
        self._clock = clock
        self._events = events
        self._play: asyncio.Task[None] | None = None
        self._until: float | None = None
        self._stopped: str | None = None

    @property
    def follower(self) -> str | None:
        url: str | None = self._store.setting("follower")
        return url

    @property
    def health(self) -> str | None:
        """Where the follower says how it is."""
        url: str | None = self._store.setting("follower_health")
        return url

    def follow(self, url: str, health: str | None = None) -> None:
        self._store.save_setting("follower", url)
        self._store.save_setting("follower_health", health)

    def play(self, until: float) -> None:
        """Start to walk; needs a running loop."""
        self.stop("played anew")
        self._stopped = None
        self._until = until
        self._clock.hold()
        self._play = asyncio.create_task(self._walk(until))
        self.announce()

    def stop(self, reason: str) -> None:
        """End the walk; the clock goes on from where it is."""
        if self._play:
            self._play.cancel()
            self._end(reason)

    def message_arrived(self, buttons: bool) -> None:
        """A message with buttons wants an answer from a person, so the walk ends there."""
        if buttons and self._clock.playing:
            self.stop("a message with buttons arrived")

    def state(self) -> Json:
        until = to_iso(self._until) if self._until and self._clock.playing else None
        return {**self._clock.state(), "until": until, "stopped": self._stopped}

    def announce(self) -> None:
        self._events.publish({"clock": self.state()})

    async def _walk(self, until: float) -> None:
        try:
            async with aiohttp.ClientSession() as session:
                while True:
                    due = await self._settled(session)
                    now = self._clock.now()
                    if now >= until:
                        return self._end("the end was reached")
                    self._clock.jump(max(now, min(due or until, until)))
                    self.announce()
        except Unsettled as error:
            self._end(str(error))

    async def _settled(self, session: aiohttp.ClientSession) -> float | None:
        """The next due instant after now, once the bot has finished all before it."""
        deadline = time.monotonic() + SETTLE_SECONDS
        while time.monotonic() < deadline:
            idle, due = await self._ask(session)
            if idle and (due is None or due > self._clock.now()):
                return due
            await asyncio.sleep(POLL_SECONDS)
        raise Unsettled("the bot did not finish what was due")

    async def _ask(self, session: aiohttp.ClientSession) -> tuple[bool, float | None]:
        try:
            async with session.get(self.follower or "", timeout=ANSWER) as answer:
                body = await answer.json()
            due = from_iso(body["next_due"]) if body["next_due"] else None
            return bool(body["idle"]), due
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError) as error:
            raise Unsettled(f"the bot could not be asked what is due next: {error}") from error

    def _end(self, reason: str) -> None:
        self._play = None
        self._until = None
        self._stopped = reason
        self._clock.release()
        self.announce()
