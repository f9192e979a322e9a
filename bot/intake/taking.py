"""Updates are stored before they are confirmed; then their lanes do the rest (promise 1)."""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import structlog

from bot.intake.cleaning import Unreadable, clean, source_of
from bot.intake.lanes import Lanes
from bot.logs import log_failure
from learning.inbox import Inbox, NewUpdate, Source, Taken, Unanswered

TRIES = 3


@dataclass(frozen=True, slots=True)
class Handlers:
    """What intake hands on to: `perform` a stored update, `speak` an outcome again,
    `apologise` for one that was set aside."""

    perform: Callable[[dict[str, Any]], Awaitable[None]]
    speak: Callable[[Unanswered], Awaitable[None]]
    apologise: Callable[[int, Source | None, str], Awaitable[None]]


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
        updates = {update.update_id: update for raw in raws if (update := _readable(raw))}
        if not updates:
            return
        for id in await self._inbox.take(list(updates.values())):
            update = updates[id]
            self._lanes.put(update.lane, Taken(id, update.lane, update.body, 0))

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
            failures = await self._inbox.failed(row.update_id)
            if failures == 0:  # it was applied, and only the answer failed: see look_again
                return
            if failures >= TRIES:
                await self._set_aside(row, error_id)
                return

    async def _set_aside(self, row: Taken, error_id: str) -> None:
        await self._inbox.set_aside(row.update_id, error_id)
        await self._handlers.apologise(row.update_id, source_of(json.loads(row.body)), error_id)


def _readable(raw: Any) -> NewUpdate | None:
    try:
        return clean(raw)
    except Unreadable as error:
        structlog.get_logger().warning("update_unreadable", update_id=error.update_id)
        return None
