"""Files: a coordinator's list of codes is fetched, read and not kept; any other is not fetched."""

from typing import Protocol

from telegram import Update
from telegram.ext import ContextTypes

from bot.handlers.desk import Desk
from learning.account.asks import SendSomethingElse
from learning.organisations.asks import OfferFile, ReadRoster
from learning.organisations.outcomes import FileWanted
from learning.organisations.roster import MOST_BYTES


class Files(Protocol):
    async def fetch(self, file_id: str, most_bytes: int) -> bytes | None:
        """None for a file that is larger, or gone."""


async def on_document(
    desk: Desk, files: Files, update: Update, context: ContextTypes.DEFAULT_TYPE
) -> None:
    document = update.effective_message.document if update.effective_message else None
    if document is None or not isinstance(await desk.look(update, OfferFile()), FileWanted):
        await desk.respond(update, SendSomethingElse())
        return
    too_large = (document.file_size or 0) > MOST_BYTES
    content = None if too_large else await files.fetch(document.file_id, MOST_BYTES)
    await desk.respond(update, ReadRoster(content))
