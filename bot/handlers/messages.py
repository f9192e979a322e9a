"""Texts, and all that is no text."""

from telegram import Update
from telegram.ext import ContextTypes

from bot.handlers.desk import Desk
from bot.handlers.writing import written
from learning.account.asks import EditMessage, SendSomethingElse, SpeakInGroup
from learning.talk.asks import SayInWords


async def on_text(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    message = update.effective_message
    if message is None:
        raise AssertionError("texts come in messages")
    to = message.reply_to_message
    text = written(message.text or "", message.entities)
    await desk.respond(update, SayInWords(text, to.message_id if to else None))


async def on_something_else(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await desk.respond(update, SendSomethingElse())


async def on_edit(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await desk.respond(update, EditMessage())


async def on_group(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await desk.respond(update, SpeakInGroup())
