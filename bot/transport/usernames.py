"""By which username somebody can be found at this moment: asked when it is shown, never kept."""

import logging

from telegram import Bot
from telegram.error import TelegramError

log = logging.getLogger(__name__)


class TelegramUsernames:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def of(self, telegram_id: int) -> str | None:
        """Without the @; None for who has none, or when Telegram does not say."""
        try:
            return (await self._bot.get_chat(telegram_id)).username
        except TelegramError as error:
            log.info("A username was not to be had: %s", type(error).__name__)
            return None
