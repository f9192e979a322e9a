"""What nobody asked for: claimed from the ledger, judged again, worded now, sent once."""

import asyncio
from contextlib import suppress
from datetime import datetime

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.clock import Clock
from bot.delivery.answered import Answered
from bot.delivery.replying import seconds
from bot.delivery.showing import Showing
from bot.delivery.turns import Turns
from bot.delivery.wording import Wording
from bot.logs import log_failure
from bot.screens.screen import Screen
from bot.transport.errors import NotSent
from learning.ask import CLOCK, Refused
from learning.perform import Core
from learning.pushes.asks import NoteUnreachable, PreparePush
from learning.pushes.model import ClaimedPush
from learning.pushes.outcomes import NotWanted
from learning.pushes.ports import Outbox

AT_ONCE = 50
LEASE_SECONDS = 60.0
QUIET_SECONDS = 0.5
MOST_ATTEMPTS = 8
GONE = ("chat not found", "user is deactivated", "bot was blocked", "peer_id_invalid")


class Pushing:
    def __init__(
        self,
        worker: str,
        core: Core,
        outbox: Outbox,
        showing: Showing,
        turns: Turns,
        wording: Wording,
        answered: Answered,
        clock: Clock,
    ) -> None:
        self._worker = worker
        self._core = core
        self._outbox = outbox
        self._showing = showing
        self._turns = turns
        self._wording = wording
        self._answered = answered
        self._clock = clock
        self._wake = asyncio.Event()
        self._running: set[asyncio.Task[None]] = set()

    @property
    def idle(self) -> bool:
        return not self._running

    def wake(self) -> None:
        """There may be something to send: look now instead of at the next quiet look."""
        self._wake.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                busy = await self.round()
            except Exception as error:  # the rows stay due; look again after a pause
                log_failure("pushing_failed", error)
                busy = False
            if not busy:
                self._wake.clear()
                with suppress(TimeoutError):
                    async with asyncio.timeout(QUIET_SECONDS):
                        await self._wake.wait()

    async def round(self) -> bool:
        """Claims what there is room for; False when nothing was due."""
        if len(self._running) >= AT_ONCE:
            await asyncio.wait(self._running, return_when=asyncio.FIRST_COMPLETED)
        await self._turns.refresh()
        room = AT_ONCE - len(self._running)
        now = await self._clock.now()
        claimed = await self._outbox.claim(self._worker, now, room, LEASE_SECONDS)
        for push in claimed:
            task = asyncio.create_task(self._push(push))
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        return bool(claimed)

    async def _push(self, push: ClaimedPush) -> None:
        now = await self._clock.now()
        try:
            prepared = await self._core.perform(PreparePush(push.telegram_id), CLOCK, now)
            if isinstance(prepared, Refused):
                raise AssertionError("the clock has every right it needs")
            if isinstance(prepared, NotWanted):
                await self._outbox.skipped(push.id, prepared.reason, now)
                return
            reader = await self._answered.reader(push.telegram_id)
            if reader is None:
                raise AssertionError("a push to somebody unknown")
            screen = self._wording.screen(prepared, reader, now)
        except Exception as error:
            await self._try_later(push, log_failure("push_failed", error, push=push.id), now)
            return
        await self._send(push, screen, now)

    async def _send(self, push: ClaimedPush, screen: Screen, now: datetime) -> None:
        await self._turns.push(push.telegram_id)
        await self._outbox.begin_send(push.id)
        try:
            live = await self._showing.send(push.telegram_id, screen)
        except TelegramError as error:
            await self._settle(push, error, now)
            return
        await self._outbox.sent(push.id, live.message_id, now)
        self._answered.note(None, push.telegram_id, live)

    async def _settle(self, push: ClaimedPush, error: TelegramError, now: datetime) -> None:
        """What a failed send says about its effect decides what the ledger says."""
        match error:
            case RetryAfter():
                await self._turns.pause(seconds(error))
                await self._outbox.postpone(push.id, seconds(error))
            case NotSent():
                await self._try_later(push, "not sent", now)
            case TimedOut():
                await self._outbox.uncertain(push.id, now)
            case Forbidden() | BadRequest() | ChatMigrated():
                await self._refused(push, error, now)
            case NetworkError():  # an answer of 5xx: Telegram says that it did not do it
                await self._try_later(push, "server error", now)
            case _:
                await self._try_later(push, type(error).__name__, now)

    async def _refused(self, push: ClaimedPush, error: TelegramError, now: datetime) -> None:
        reason = error.message.lower()
        await self._outbox.failed(push.id, reason[:200], now)
        if isinstance(error, Forbidden) or any(gone in reason for gone in GONE):
            await self._core.perform(NoteUnreachable(push.telegram_id), CLOCK, now)
        else:
            log_failure("push_refused", error, push=push.id)

    async def _try_later(self, push: ClaimedPush, reason: str, now: datetime) -> None:
        """Later each time; set aside when it keeps failing."""
        if push.attempts + 1 >= MOST_ATTEMPTS:
            await self._outbox.failed(push.id, reason, now)
        else:
            await self._outbox.postpone(push.id, min(2.0**push.attempts, 300.0))
