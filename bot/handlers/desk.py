"""Where every handler ends: the ask is performed, and what came of it is spoken."""

from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from telegram import Update

from bot.actions.in_view import read
from bot.clock import Clock
from bot.delivery.answered import Answered
from bot.delivery.replying import Replying
from learning.ask import CLOCK, Ask, Caller, Refused
from learning.inbox import Source
from learning.perform import AlreadyApplied, Core
from learning.talk.turns import InView

O_co = TypeVar("O_co", covariant=True)


class Desk:
    def __init__(self, core: Core, replying: Replying, answered: Answered, clock: Clock) -> None:
        self._core = core
        self._replying = replying
        self._answered = answered
        self._clock = clock

    async def respond(self, update: Update, ask: Ask[Any]) -> None:
        user = update.effective_user
        if user is None:
            raise ValueError("only people ask")
        caller = Caller(user.id, update.update_id)
        try:
            outcome = await self._core.perform(ask, caller, await self._clock.now())
        except AlreadyApplied:
            return
        source = source_of(update)
        if outcome is None or source is None:
            self._answered.note_answered(update.update_id)
        else:
            await self._replying.speak(update.update_id, source, outcome)

    async def look(self, update: Update, ask: Ask[O_co]) -> O_co | Refused:
        """What the core says to an ask that changes nothing; the update is still to be applied."""
        user = update.effective_user
        if user is None:
            raise ValueError("only people ask")
        return await self._core.perform(ask, Caller(user.id), await self._clock.now())

    async def now(self) -> datetime:
        return await self._clock.now()

    async def in_view(self, update: Update) -> list[InView]:
        """The buttons under the message that the chat is looking at."""
        chat = update.effective_chat
        reader = await self._answered.reader(chat.id) if chat else None
        return read(reader.live.buttons) if reader and reader.live else []

    async def note(self, update: Update, ask: Ask[None]) -> None:
        """What the messenger itself reports: the programme takes note, nobody is answered."""
        caller = replace(CLOCK, update_id=update.update_id)
        try:
            await self._core.perform(ask, caller, await self._clock.now())
        except AlreadyApplied:
            return
        self._answered.note_answered(update.update_id)


def source_of(update: Update) -> Source | None:
    chat, user, query = update.effective_chat, update.effective_user, update.callback_query
    language = user.language_code if user else None
    if query is not None:
        message = query.message
        return Source(
            chat_id=chat.id if chat else query.from_user.id,
            language=language,
            message_id=message.message_id if message else None,
            callback_id=query.id,
        )
    return Source(chat.id, language) if chat and update.effective_message else None
