"""What nobody asked for: claimed from the ledger, judged again, worded now, sent once."""

import asyncio
from contextlib import suppress
from datetime import datetime

import structlog
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
from learning.ask import CLOCK, Conflict, Refused
from learning.perform import Core
from learning.pushes.asks import NoteUnreachable, PreparePush
from learning.pushes.model import ClaimedPush
from learning.pushes.outcomes import NotWanted, PutOff, Removed
from learning.pushes.ports import Outbox

AT_ONCE = 50
JUDGED_AT_ONCE = 10  # few enough that a reply soon gets its turn between them
ROOM = AT_ONCE // 2  # one claim brings many: none for each that ends
LEASE_SECONDS = 60.0
QUIET_SECONDS = 0.5
FRESH_SECONDS = 4.0  # what waited longer for its turn is judged once more
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
        self._judging = asyncio.Semaphore(JUDGED_AT_ONCE)
        self._at_work: dict[int, asyncio.Task[None]] = {}  # by the push's id

    @property
    def idle(self) -> bool:
        return not self._at_work

    def wake(self) -> None:
        """There may be something to send: look now instead of at the next quiet look."""
        self._wake.set()

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._keep_leases())
            while True:
                self._wake.clear()
                try:
                    busy = await self.round()
                except Exception as error:  # the rows stay due; look again after a pause
                    log_failure("pushing_failed", error)
                    busy = False
                if not busy:
                    with suppress(TimeoutError):
                        async with asyncio.timeout(QUIET_SECONDS):
                            await self._wake.wait()

    async def round(self) -> bool:
        """Claims what there is room for; False when nothing was due, or nobody may send."""
        while len(self._at_work) > AT_ONCE - ROOM:
            await asyncio.wait(self._at_work.values(), return_when=asyncio.FIRST_COMPLETED)
        if await self._turns.paused():
            return False
        room = AT_ONCE - len(self._at_work)
        now = await self._clock.now()
        claimed = await self._outbox.claim(self._worker, now, room, LEASE_SECONDS)
        for push in claimed:
            if push.id not in self._at_work:  # its lease had ended and is renewed by this claim
                self._at_work[push.id] = asyncio.create_task(self._push(push))
        return bool(claimed)

    async def close(self) -> None:
        """Stops at once: a row is due again when its lease ends, or uncertain if it was being
        sent."""
        tasks = list(self._at_work.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._turns.close()

    async def _keep_leases(self) -> None:
        """A pause after a 429, or a slow upload, may last longer than a lease."""
        while True:
            await asyncio.sleep(LEASE_SECONDS / 3)
            try:
                await self._outbox.renew(self._worker, list(self._at_work), LEASE_SECONDS)
            except Exception as error:  # a lease that ends costs a delay, and nothing twice
                log_failure("renewal_failed", error)

    async def _push(self, push: ClaimedPush) -> None:
        try:
            await self._judge_and_send(push)
        except Conflict:  # the lease has ended: whoever holds the row now sends it
            structlog.get_logger().debug("push_given_up", push=push.id)
        except Exception as error:
            log_failure("push_failed", error, push=push.id)
        finally:
            del self._at_work[push.id]

    async def _judge_and_send(self, push: ClaimedPush) -> None:
        """What is not wanted now takes nobody's turn."""
        now = await self._clock.now()
        prepared = await self._prepared(push, now)
        if prepared is None:
            return
        if await self._turns.push(push.telegram_id) > FRESH_SECONDS:
            now = await self._clock.now()
            prepared = await self._prepared(push, now)
        if prepared is not None:
            await self._send(push, prepared, now)

    async def _prepared(self, push: ClaimedPush, now: datetime) -> Screen | Removed | None:
        """What to send, judged at this moment; None when it is settled without a message."""
        try:
            async with self._judging:
                return await self._judged(push, now)
        except Exception as error:
            await self._try_later(push, log_failure("push_failed", error, push=push.id), now)
            return None

    async def _judged(self, push: ClaimedPush, now: datetime) -> Screen | Removed | None:
        ask = PreparePush(push.telegram_id, push.kind, push.occasion, push.id)
        prepared: object = await self._core.perform(ask, CLOCK, now)
        if isinstance(prepared, Refused):
            raise AssertionError("the clock has every right it needs")
        if isinstance(prepared, NotWanted):
            await self._outbox.skipped(push.id, prepared.reason, now)
            return None
        if isinstance(prepared, PutOff):  # the ledger says so already
            return None
        if isinstance(prepared, Removed):
            return prepared
        reader = await self._answered.reader(push.telegram_id)
        if reader is None:
            raise AssertionError("a push to somebody unknown")
        return await self._wording.screen(prepared, reader, now)

    async def _send(self, push: ClaimedPush, what: Screen | Removed, now: datetime) -> None:
        await self._outbox.begin_send(push.id)
        try:
            if isinstance(what, Removed) or what.replaces is not None:
                await self._change(push, what, now)
                return
            live = await self._showing.send(push.telegram_id, what)
        except TelegramError as error:
            await self._settle(push, error, now)
            return
        await self._outbox.sent(push.id, live.message_id, now)
        self._answered.note_shown(push.telegram_id, live)

    async def _change(self, push: ClaimedPush, what: Screen | Removed, now: datetime) -> None:
        """A message that was sent reads otherwise, or goes; done twice it is the same."""
        if isinstance(what, Removed):
            await self._showing.remove(push.telegram_id, what.message)
            await self._outbox.sent(push.id, what.message, now)
        elif what.replaces is not None:
            edited = await self._showing.edit(push.telegram_id, what.replaces, what)
            if edited is None:
                await self._outbox.failed(push.id, "message can't be edited", now)
            else:
                await self._outbox.sent(push.id, edited.message_id, now)

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
