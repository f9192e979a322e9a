"""/commands."""

from collections.abc import Callable
from typing import Any

from telegram import Update
from telegram.ext import ContextTypes

from bot.handlers.desk import Desk
from learning.account.asks import Arrive, ShowHelp
from learning.ask import Ask
from learning.events.asks import AttendByCode
from learning.organisations.asks import LookUpCode

ATTENDANCE = "at_"  # how the links begin that are shown at an event


async def on_start(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    user = update.effective_user
    code = context.args[0] if context.args else None
    if code is not None and code.startswith(ATTENDANCE):
        await desk.respond(update, AttendByCode(code.removeprefix(ATTENDANCE)))
        return
    await desk.respond(update, Arrive(code, user.language_code if user else None))


async def on_code(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await desk.respond(update, LookUpCode(context.args[0] if context.args else None))


async def on_words(
    desk: Desk,
    ask: Callable[[str], Ask[Any]],
    update: Update,
    context: ContextTypes.DEFAULT_TYPE,
) -> None:
    """A command with whatever stands behind it."""
    await desk.respond(update, ask(" ".join(context.args or ())))


async def on_command(
    desk: Desk, ask: Ask[Any], update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    await desk.respond(update, ask)


async def on_unknown_command(
    desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    await desk.respond(update, ShowHelp())
