"""Texts, and all that is no text."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from telegram import Update
from telegram.ext import ContextTypes

from bot.handlers.desk import Desk
from bot.handlers.writing import written
from learning.account.asks import EditMessage, SendSomethingElse, SpeakInGroup
from learning.talk.asks import ListenTo, SayInWords
from learning.talk.turns import InView, Listening, Meaning


class Listens(Protocol):
    async def hear(
        self, text: str, listening: Listening, in_view: Sequence[InView], now: datetime
    ) -> Meaning:
        """Within two seconds, also when nobody can say what a text means."""


async def on_text(
    desk: Desk, listener: Listens, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    """What the text means is found out before the transaction, which waits for nobody."""
    message = update.effective_message
    if message is None:
        raise AssertionError("texts come in messages")
    text, to = message.text or "", message.reply_to_message
    reply_to = to.message_id if to else None
    said = SayInWords(written(text, message.entities), reply_to)
    listening = await desk.look(update, ListenTo(said.text, reply_to))
    if isinstance(listening, Listening):
        in_view, now = await desk.in_view(update), await desk.now()
        meaning = await listener.hear(text, listening, in_view, now)
        said = replace(said, meaning=meaning, revision=listening.revision)
    await desk.respond(update, said)


async def on_something_else(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await desk.respond(update, SendSomethingElse())


async def on_edit(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await desk.respond(update, EditMessage())


async def on_group(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await desk.respond(update, SpeakInGroup())
