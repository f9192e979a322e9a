"""Speaking an outcome to the one who asked; it may come twice after a crash, never not at all."""

import asyncio
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter

from bot.clock import Clock
from bot.delivery.answered import Answered
from bot.delivery.showing import Showing
from bot.delivery.turns import Turns
from bot.delivery.wording import Wording
from bot.logs import log_failure
from bot.screens import failures
from bot.screens.screen import Screen
from learning.inbox import SetAside, Source, Unanswered
from learning.reader import LiveMessage, Reader, stranger

FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
TRIES = 20


class Replying:
    def __init__(
        self, showing: Showing, turns: Turns, wording: Wording, answered: Answered, clock: Clock
    ) -> None:
        self._showing = showing
        self._turns = turns
        self._wording = wording
        self._answered = answered
        self._clock = clock

    async def speak_again(self, row: Unanswered) -> None:
        """An outcome that is owed: applied before the last stop, or an apology."""
        if row.source is None or row.outcome is None:
            self._answered.note_answered(row.update_id)
            return
        await self.speak(row.update_id, row.source, row.outcome)

    async def speak(self, update_id: int, source: Source, outcome: Any) -> None:
        """Words the outcome and shows it; a wording that fails becomes an apology."""
        reader = await self._reader(source)
        try:
            screen = await self._wording.screen(outcome, reader, await self._clock.now())
            await self._show(update_id, source, reader, screen)
        except BadRequest as error:
            await self._sorry(update_id, source, reader, log_failure("reply_refused", error))
        except NetworkError:
            raise
        except Exception as error:
            await self._sorry(update_id, source, reader, log_failure("wording_failed", error))

    async def _sorry(self, update_id: int, source: Source, reader: Reader, error_id: str) -> None:
        view = self._wording.view(reader, await self._clock.now())
        try:
            screen = failures.apology_screen(SetAside(error_id), view)
            await self._show(update_id, source, reader, screen)
        except BadRequest as error:
            log_failure("apology_refused", error)
            self._note(update_id, source, None)

    async def _reader(self, source: Source) -> Reader:
        return await self._answered.reader(source.chat_id) or stranger(source.language)

    async def _show(self, update_id: int, source: Source, reader: Reader, screen: Screen) -> None:
        if source.callback_id is not None:
            self._showing.acknowledge(source.callback_id, screen.toast)
        live = await self._delivered(source, reader, screen)
        self._note(update_id, source, live if reader.known else None)

    def _note(self, update_id: int, source: Source, live: LiveMessage | None) -> None:
        self._answered.note_answered(update_id)
        if live is not None:
            self._answered.note_shown(source.chat_id, live)

    async def _delivered(
        self, source: Source, reader: Reader, screen: Screen
    ) -> LiveMessage | None:
        """Tries until Telegram took it; None when this person can't be reached any more."""
        wait = FIRST_WAIT
        for _ in range(TRIES):
            self._turns.reply()
            try:
                return await self._place(source, reader, screen)
            except RetryAfter as error:
                await self._turns.pause(seconds(error))
            except (Forbidden, ChatMigrated):
                return None
            except BadRequest as error:
                if "chat not found" in error.message.lower():
                    return None
                raise
            except NetworkError:
                await asyncio.sleep(wait)
                wait = min(wait * 2, LONGEST_WAIT)
        raise NetworkError("no answer could be delivered")

    async def _place(self, source: Source, reader: Reader, screen: Screen) -> LiveMessage:
        """A press on the live message edits it; anything else starts a new one."""
        live = reader.live
        editable = (
            live is not None
            and live.message_id == source.message_id
            and not live.has_media
            and not screen.has_media
            and not screen.beside
        )
        if live is not None and editable:
            edited = await self._showing.edit(source.chat_id, live.message_id, screen)
            if edited is not None:
                return edited
        return await self._showing.send(source.chat_id, screen)


def seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return after.total_seconds() if isinstance(after, timedelta) else float(after)
