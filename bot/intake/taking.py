"""Updates are stored before they are confirmed; then their lanes do the rest (promise 1)."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from bot.intake.cleaning import CannotRead, NothingSaid, clean
from bot.intake.lanes import Lanes
from bot.intake.setting_aside import unreadable
from bot.logs import log_failure
from learning.inbox import Inbox, NewUpdate, SetAside, Taken, Unanswered, Unreadable

TRIES = 3
FIRST_WAIT, LONGEST_WAIT = 0.2, 15.0  # seconds, while the inbox fails

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Handlers:
    """What intake hands on to: `perform` a stored update, `speak` an outcome that is owed."""

    perform: Callable[[dict[str, Any]], Awaitable[None]]
    speak: Callable[[Unanswered], Awaitable[None]]


class Intake:
    def __init__(self, inbox: Inbox, handlers: Handlers) -> None:
        self._inbox = inbox
        self._handlers = handlers
        self._lanes: Lanes[Taken | Unanswered] = Lanes(self._work)
        self._left_over: set[int] = set()

    @property
    def idle(self) -> bool:
        return self._lanes.idle

    async def resume(self) -> None:
        """After a restart: what was applied is spoken again, what was taken is performed."""
        for row in await self._waiting():
            self._lanes.put(row.lane, row)

    async def look_again(self) -> None:
        """Takes up what failed for longer than anybody waited: seen twice, and in no lane.

        Once is not enough: an answer just given is marked a moment later.
        """
        rows = [row for row in await self._waiting() if not self._lanes.holds(row.update_id)]
        for row in rows:
            if row.update_id in self._left_over:
                self._lanes.put(row.lane, row)
        self._left_over = {row.update_id for row in rows}

    async def take(self, raws: Sequence[Any]) -> None:
        """Stores a batch whole; when this returns, the batch may be confirmed."""
        read = [_read(raw) for raw in raws]
        await self._take({u.update_id: u for u in read if isinstance(u, NewUpdate)})
        await self._take_unreadable({u.update_id: u for u in read if isinstance(u, Unreadable)})

    async def _take(self, updates: Mapping[int, NewUpdate]) -> None:
        for id in await self._inbox.take(list(updates.values())):
            update = updates[id]
            self._lanes.put(update.lane, Taken(id, update.lane, update.body, 0))

    async def _take_unreadable(self, updates: Mapping[int, Unreadable]) -> None:
        for id in await self._inbox.take_unreadable(list(updates.values())):
            update = updates[id]
            owed = Unanswered(id, update.lane, update.source, SetAside(update.error_id))
            self._lanes.put(update.lane, owed)

    async def close(self) -> None:
        await self._lanes.close()

    async def _waiting(self) -> list[Taken | Unanswered]:
        """By update id."""
        rows: list[Taken | Unanswered] = [
            *await self._inbox.unanswered(),
            *await self._inbox.taken(),
        ]
        return sorted(rows, key=lambda row: row.update_id)

    async def _work(self, row: Taken | Unanswered) -> None:
        try:
            if isinstance(row, Unanswered):
                await self._handlers.speak(row)
            else:
                await self._perform(row)
        except Exception as error:  # a lane never dies: the next update of this person waits
            log_failure("lane_failed", error, update_id=row.update_id)

    async def _perform(self, row: Taken) -> None:
        while True:
            try:
                await self._handlers.perform(json.loads(row.body))
                return
            except Exception as error:
                error_id = log_failure("update_failed", error, update_id=row.update_id)
            failures = await _until_done(partial(self._inbox.failed, row.update_id))
            if failures == 0:  # it was applied, and only the answer failed: see look_again
                return
            if failures >= TRIES:
                await self._set_aside(row, error_id)
                return

    async def _set_aside(self, row: Taken, error_id: str) -> None:
        owed = await _until_done(partial(self._inbox.set_aside, row.update_id, error_id))
        if owed is not None:
            await self._handlers.speak(owed)


async def _until_done(call: Callable[[], Awaitable[T]]) -> T:
    """Tries again, ever later, while the inbox fails: the person waits no longer than it does."""
    wait = FIRST_WAIT
    while True:
        try:
            return await call()
        except Exception as error:
            log_failure("inbox_failed", error, again_in=wait)
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)


def _read(raw: Any) -> NewUpdate | Unreadable | None:
    try:
        return clean(raw)
    except NothingSaid:
        return None
    except CannotRead as error:
        return unreadable(raw, error)
