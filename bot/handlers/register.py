"""Which update goes to which handler, and what becomes of a failure."""

from functools import partial
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.actions.commands import COMMANDS, WITH_WORDS
from bot.handlers.commands import (
    on_code,
    on_command,
    on_start,
    on_unknown_command,
    on_words,
)
from bot.handlers.desk import Desk
from bot.handlers.documents import Files, on_document, on_photo
from bot.handlers.members import on_membership
from bot.handlers.messages import Listens, on_edit, on_group, on_something_else, on_text
from bot.handlers.presses import on_press

PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE


class Failures:
    """PTB's `process_update` returns normally when a handler raised; this hands it back."""

    def __init__(self) -> None:
        self._errors: dict[int, Exception] = {}

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if isinstance(update, Update) and context.error is not None:
            self._errors[update.update_id] = context.error

    def raise_for(self, update_id: int) -> None:
        if error := self._errors.pop(update_id, None):
            raise error


class NobodyHandles(Exception):
    """An update that no handler wants: it is set aside, or it would be tried for ever."""


async def on_anything_else(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    raise NobodyHandles


def register(
    application: Application[Any, Any, Any, Any, Any, Any],
    desk: Desk,
    files: Files,
    listener: Listens,
) -> Failures:
    add = application.add_handler
    add(CallbackQueryHandler(partial(on_press, desk)))
    add(ChatMemberHandler(partial(on_membership, desk), ChatMemberHandler.MY_CHAT_MEMBER))
    add(MessageHandler(filters.ChatType.GROUPS, partial(on_group, desk)))
    add(MessageHandler(filters.UpdateType.EDITED_MESSAGE, partial(on_edit, desk)))
    add(CommandHandler("start", partial(on_start, desk), PRIVATE))
    add(CommandHandler("code", partial(on_code, desk), PRIVATE))
    for name, worded in WITH_WORDS.items():
        add(CommandHandler(name, partial(on_words, desk, worded), PRIVATE))
    for name, ask in COMMANDS.items():
        add(CommandHandler(name, partial(on_command, desk, ask), PRIVATE))
    add(MessageHandler(PRIVATE & filters.COMMAND, partial(on_unknown_command, desk)))
    add(MessageHandler(PRIVATE & filters.TEXT, partial(on_text, desk, listener)))
    add(MessageHandler(PRIVATE & filters.Document.ALL, partial(on_document, desk, files)))
    add(MessageHandler(PRIVATE & filters.PHOTO, partial(on_photo, desk)))
    add(MessageHandler(PRIVATE, partial(on_something_else, desk)))
    add(TypeHandler(Update, on_anything_else))
    failures = Failures()
    application.add_error_handler(failures.on_error)
    return failures
