"""Pictures and files: what goes with an announcement, and a coordinator's list of codes, which is
fetched, read and not kept. Any other is not fetched."""

from typing import Protocol

from telegram import Update
from telegram.ext import ContextTypes

from bot.handlers.desk import Desk
from bot.handlers.writing import written
from learning.account.asks import SendSomethingElse
from learning.announcements.asks import GiveFile, OfferAttachment
from learning.announcements.model import File, FileKind
from learning.announcements.outcomes import AttachmentWanted
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
    if document is not None and await _is_attached(
        desk, update, File(FileKind.DOCUMENT, document.file_id)
    ):
        return
    if document is None or not isinstance(await desk.look(update, OfferFile()), FileWanted):
        await desk.respond(update, SendSomethingElse())
        return
    too_large = (document.file_size or 0) > MOST_BYTES
    content = None if too_large else await files.fetch(document.file_id, MOST_BYTES)
    await desk.respond(update, ReadRoster(content))


async def on_photo(desk: Desk, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    photo = update.effective_message.photo if update.effective_message else ()
    file = File(FileKind.PHOTO, photo[-1].file_id) if photo else None
    if file is None or not await _is_attached(desk, update, file):
        await desk.respond(update, SendSomethingElse())


async def _is_attached(desk: Desk, update: Update, file: File) -> bool:
    """Whether it went with the announcement that a coordinator is writing."""
    wanted = await desk.look(update, OfferAttachment())
    message = update.effective_message
    if not isinstance(wanted, AttachmentWanted) or message is None:
        return False
    caption = written(message.caption or "", message.caption_entities)
    await desk.respond(update, GiveFile(wanted.announcement, file.kind, file.id, caption))
    return True
