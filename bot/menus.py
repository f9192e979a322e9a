"""Command menus and descriptions, per language: told to Telegram once after each start."""

from telegram import Bot
from telegram.error import TelegramError

from bot.logs import log_failure
from bot.screens import menu
from bot.screens.speech import Speech
from learning.account.languages import LANGUAGES


async def tell_menus(bot: Bot) -> None:
    """English stands for every language that has none of its own."""
    try:
        for language in LANGUAGES:
            await _tell(bot, Speech(language), None if language == "en" else language)
    except TelegramError as error:  # the menus of the last start stay
        log_failure("menus_failed", error)


async def _tell(bot: Bot, speech: Speech, code: str | None) -> None:
    await bot.set_my_commands(list(menu.commands(speech)), language_code=code)
    await bot.set_my_description(menu.bot_description(speech), language_code=code)
    await bot.set_my_short_description(menu.bot_short_description(speech), language_code=code)
