"""Sending files; one that is the same for everybody is drawn and uploaded once."""

import asyncio
from typing import Any, Protocol

from telegram import Bot, Message
from telegram.error import BadRequest

from bot.screens.screen import Attachment, Reusable


class KnownFiles(Protocol):
    """Files that Telegram has, by a key that names their content."""

    async def find(self, key: str) -> str | None:
        """Telegram's id of the file."""

    async def keep(self, key: str, file_id: str) -> None: ...

    async def forget(self, key: str) -> None: ...


class SendingFiles:
    def __init__(self, bot: Bot, known: KnownFiles) -> None:
        self._bot = bot
        self._known = known

    async def send(self, chat_id: int, file: Attachment | Reusable, **caption: Any) -> Message:
        """Raises telegram.error.TelegramError."""
        if isinstance(file, Attachment):
            return await self._upload(chat_id, file.name, file.content, caption)
        if (file_id := await self._known.find(file.key)) is not None:
            try:
                return await self._bot.send_document(chat_id, file_id, **caption)
            except BadRequest:  # Telegram has it no more; whatever else is wrong shows again below
                await self._known.forget(file.key)
        content = await asyncio.to_thread(file.draw)
        message = await self._upload(chat_id, file.name, content, caption)
        if message.document is not None:
            await self._known.keep(file.key, message.document.file_id)
        return message

    async def _upload(
        self, chat_id: int, name: str, content: bytes, caption: dict[str, Any]
    ) -> Message:
        return await self._bot.send_document(chat_id, content, filename=name, **caption)
