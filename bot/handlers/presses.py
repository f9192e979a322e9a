"""Buttons."""

from telegram import Update
from telegram.ext import ContextTypes

from bot.actions.spelling import decode
from bot.handlers.desk import Desk


async def on_press(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    await desk.respond(update, decode((query.data if query else None) or ""))
