"""Files that people sent, fetched from Telegram into memory."""

from telegram import Bot
from telegram.error import BadRequest


class TelegramFiles:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, file_id: str, most_bytes: int) -> bytes | None:
        """None for a file that is larger, or gone. Raises telegram.error.NetworkError."""
        try:
            file = await self._bot.get_file(file_id)
            if (file.file_size or 0) > most_bytes:
                return None
            return bytes(await file.download_as_bytearray())
        except BadRequest:
            return None
