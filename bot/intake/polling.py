"""Long polling of raw updates: stored first, confirmed by the next poll."""

import asyncio
import warnings
from datetime import timedelta
from typing import Any

import structlog
from telegram import Bot
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter

from bot.intake.cleaning import ALLOWED_UPDATES, is_id
from bot.intake.taking import Intake

POLL_SECONDS = 25
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
# Somebody else's poll is forgiven once in this time: a process that was just stopped may have
# left its last one open, but one that comes back is at work.
FORGIVING_SECONDS = 600.0
# Update ids start again at random after a silent week, and an old offset would drop them.
SILENCE_SECONDS = 24 * 3600.0

# PTB's own get_updates parses the whole batch at once: one bad update would block all.
warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'")


class PolledElsewhere(Exception):
    """Somebody else takes this bot's updates (409)."""


class Poller:
    """`poll_seconds` is how long Telegram may hold one poll open."""

    def __init__(self, bot: Bot, intake: Intake, poll_seconds: int = POLL_SECONDS) -> None:
        self._bot = bot
        self._intake = intake
        self._poll_seconds = poll_seconds
        self._offset: int | None = None
        self._last_update_at = 0.0
        self._last_conflict_at = -FORGIVING_SECONDS

    async def run(self) -> None:
        """Until cancelled. Raises PolledElsewhere, InvalidToken."""
        wait = FIRST_WAIT
        while True:
            try:
                await self._once()
                wait = FIRST_WAIT
            except Conflict as error:
                await self._forgive(error)
            except InvalidToken:
                raise
            except (NetworkError, RetryAfter) as error:
                seconds = _seconds(error, wait)
                structlog.get_logger().warning(
                    "poll_failed", kind=type(error).__name__, again_in=seconds
                )
                await asyncio.sleep(seconds)
                wait = min(wait * 2, LONGEST_WAIT)

    async def _forgive(self, error: Conflict) -> None:
        """Waits until somebody else's last poll has ended; raises when it was not their last."""
        now = _now()
        if now - self._last_conflict_at < FORGIVING_SECONDS:
            raise PolledElsewhere from error
        self._last_conflict_at = now
        wait = self._poll_seconds + 1.0
        structlog.get_logger().warning("polled_elsewhere", again_in=wait)
        await asyncio.sleep(wait)

    async def _once(self) -> None:
        updates = await self._poll()
        if not updates:
            return
        await self._intake.take(updates)
        ids = [u.get("update_id") for u in updates if isinstance(u, dict)]
        if known := [id for id in ids if is_id(id)]:
            self._offset = max(known) + 1
            self._last_update_at = _now()

    async def _poll(self) -> list[Any]:
        if _now() - self._last_update_at > SILENCE_SECONDS:
            self._offset = None
        wish: dict[str, Any] = {
            "timeout": self._poll_seconds,
            "allowed_updates": list(ALLOWED_UPDATES),
            "offset": self._offset,
        }
        answer: Any = await self._bot.do_api_request(
            "getUpdates",
            api_kwargs={name: value for name, value in wish.items() if value is not None},
            read_timeout=self._poll_seconds + 10,
        )
        return answer if isinstance(answer, list) else []


def _seconds(error: NetworkError | RetryAfter, otherwise: float) -> float:
    if isinstance(error, BadRequest):
        return LONGEST_WAIT
    if isinstance(error, RetryAfter):
        after = error.retry_after
        return after.total_seconds() if isinstance(after, timedelta) else float(after)
    return otherwise


def _now() -> float:
    return asyncio.get_running_loop().time()
