"""What was spoken is marked in batches: one statement for many replies."""

import asyncio
from dataclasses import replace

from bot.logs import log_failure
from learning.inbox import Inbox
from learning.reader import LiveMessage, Reader, Readers

PAUSE_SECONDS = 0.02


class Answered:
    """Collects answered updates and live messages, and writes them together.

    Until they are written a reader's live message is looked up here first.
    """

    def __init__(self, inbox: Inbox, readers: Readers) -> None:
        self._inbox = inbox
        self._readers = readers
        self._ids: list[int] = []
        self._shown: dict[tuple[int, int], LiveMessage] = {}  # by chat and message, in order
        self._live: dict[int, LiveMessage] = {}
        self._something = asyncio.Event()
        self._flushing = asyncio.Lock()

    async def reader(self, telegram_id: int) -> Reader | None:
        reader = await self._readers.reader(telegram_id)
        live = self._live.get(telegram_id)
        if reader is None or live is None:
            return reader
        return replace(reader, live=live)

    def note_answered(self, update_id: int) -> None:
        self._ids.append(update_id)
        self._something.set()

    def note_shown(self, chat_id: int, live: LiveMessage) -> None:
        self._shown.pop((chat_id, live.message_id), None)
        self._shown[chat_id, live.message_id] = live
        self._live[chat_id] = live
        self._something.set()

    @property
    def idle(self) -> bool:
        return not self._ids and not self._shown

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self._something.wait()
            await asyncio.sleep(PAUSE_SECONDS)
            try:
                await self.flush()
            except Exception as error:  # the rows stay; the next round tries again
                log_failure("answered_failed", error)

    async def flush(self) -> None:
        async with self._flushing:
            await self._flush()

    async def _flush(self) -> None:
        self._something.clear()
        ids, shown = list(self._ids), dict(self._shown)
        try:
            if shown:
                await self._readers.shown([(chat_id, m) for (chat_id, _), m in shown.items()])
            if ids:
                await self._inbox.answered(ids)
        except BaseException:
            self._something.set()
            raise
        del self._ids[: len(ids)]
        for key, message in shown.items():
            if self._shown.get(key) is message:
                del self._shown[key]
            if self._live.get(key[0]) is message:
                del self._live[key[0]]
