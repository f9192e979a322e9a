"""The calls that send and edit. Nothing else in this project makes them."""

import asyncio
from typing import Any

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.actions.in_view import Mark, write
from bot.actions.spelling import encode
from bot.delivery.files import SendingFiles
from bot.screens.screen import Button, Screen
from learning.announcements.model import FileKind
from learning.reader import LiveMessage

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# What an edit meets when the message is no longer one that can be edited.
_UNEDITABLE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
    "message_id_invalid",
)


class Showing:
    """Knows no pace: whoever calls has waited for its turn."""

    def __init__(self, bot: Bot, mark: Mark, files: SendingFiles) -> None:
        self._bot = bot
        self._files = files
        self._mark = mark
        self._acknowledging: set[asyncio.Task[None]] = set()

    async def send(self, chat_id: int, screen: Screen) -> LiveMessage:
        """A new message. Raises telegram.error.TelegramError."""
        message = await self._sent(chat_id, screen, keyboard(screen))
        return self._live(message.message_id, screen)

    async def _sent(
        self, chat_id: int, screen: Screen, markup: InlineKeyboardMarkup | None
    ) -> Message:
        caption: dict[str, Any] = {
            "caption": screen.html,
            "parse_mode": ParseMode.HTML,
            "reply_markup": markup,
        }
        if file := screen.attachment:
            return await self._files.send(chat_id, file, **caption)
        if screen.picture:
            return await self._bot.send_photo(chat_id, screen.picture.png, **caption)
        if stored := screen.stored:
            if stored.kind is FileKind.PHOTO:
                return await self._bot.send_photo(chat_id, stored.id, **caption)
            return await self._bot.send_document(chat_id, stored.id, **caption)
        return await self._bot.send_message(
            chat_id,
            screen.html,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            link_preview_options=NO_PREVIEW,
        )

    async def edit(self, chat_id: int, message_id: int, screen: Screen) -> LiveMessage | None:
        """The message as it reads now; None when it can't be edited any more."""
        try:
            await self._edit(chat_id, message_id, screen)
        except BadRequest as error:
            text = error.message.lower()
            if "message is not modified" in text:
                return self._live(message_id, screen)
            if any(reason in text for reason in _UNEDITABLE):
                return None
            raise
        return self._live(message_id, screen)

    async def _edit(self, chat_id: int, message_id: int, screen: Screen) -> None:
        """The words; a picture or file that carries them stays as it is."""
        markup = keyboard(screen)
        if screen.has_media:
            await self._bot.edit_message_caption(
                chat_id,
                message_id,
                caption=screen.html,
                parse_mode=ParseMode.HTML,
                reply_markup=markup,
            )
            return
        await self._bot.edit_message_text(
            screen.html,
            chat_id,
            message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            link_preview_options=NO_PREVIEW,
        )

    async def remove(self, chat_id: int, message_id: int) -> None:
        """Raises telegram.error.TelegramError, also for a message that is too old."""
        await self._bot.delete_message(chat_id, message_id)

    def _live(self, message_id: int, screen: Screen) -> LiveMessage:
        buttons = write(screen.rows, self._mark)
        return LiveMessage(message_id, screen.has_media, screen.prompt, buttons)

    def acknowledge(self, callback_id: str, toast: str | None) -> None:
        """Answers a press without waiting: one that is too old must not hide its effect."""
        task = asyncio.create_task(self._acknowledge(callback_id, toast))
        self._acknowledging.add(task)
        task.add_done_callback(self._acknowledging.discard)

    async def _acknowledge(self, callback_id: str, toast: str | None) -> None:
        try:
            await self._bot.answer_callback_query(callback_id, toast)
        except TelegramError as error:
            structlog.get_logger().debug("acknowledge_failed", kind=type(error).__name__)

    async def settle(self) -> None:
        """Waits for presses still being acknowledged."""
        await asyncio.gather(*self._acknowledging)


def keyboard(screen: Screen) -> InlineKeyboardMarkup | None:
    if not screen.rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in screen.rows])


def _button(button: Button) -> InlineKeyboardButton:
    if button.url is not None:
        return InlineKeyboardButton(button.label, url=button.url)
    if button.ask is None:
        raise ValueError("a button carries an ask or a link")
    return InlineKeyboardButton(button.label, callback_data=encode(button.ask))
