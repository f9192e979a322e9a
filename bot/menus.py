"""The bot's name, descriptions and command menus, per language.

Asked first and told only where they differ: Telegram allows few changes of a name a day.
"""

from time import monotonic

from telegram import Bot, BotCommandScopeChat
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.logs import log_failure
from bot.screens import menu
from bot.screens.speech import Speech
from learning.account.languages import LANGUAGES
from learning.reader import RoleMenu, RoleMenus

FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 2.0, 300.0


async def tell_menus(bot: Bot) -> None:
    """English stands for every language that has none of its own."""
    for language in LANGUAGES:
        try:
            await _tell(bot, Speech(language), None if language == "en" else language)
        except TelegramError as error:  # the menus of the last start stay
            log_failure("menus_failed", error, language=language)


async def _tell(bot: Bot, speech: Speech, code: str | None) -> None:
    commands = menu.commands(speech)
    told = await bot.get_my_commands(language_code=code)
    if tuple((command.command, command.description) for command in told) != commands:
        await bot.set_my_commands(list(commands), language_code=code)
    description = menu.bot_description(speech)
    if (await bot.get_my_description(code)).description != description:
        await bot.set_my_description(description, language_code=code)
    short = menu.bot_short_description(speech)
    if (await bot.get_my_short_description(code)).short_description != short:
        await bot.set_my_short_description(short, language_code=code)
    name = menu.bot_name(speech)
    if (await bot.get_my_name(code)).name != name:
        await bot.set_my_name(name, language_code=code)


class TellRoles:
    """Gives each chat the commands that come with its roles, soon after they changed."""

    def __init__(self, bot: Bot, menus: RoleMenus) -> None:
        self._bot = bot
        self._menus = menus
        self._failures = 0  # in a row
        self._not_before = 0.0  # machine time

    async def run(self) -> None:
        if monotonic() < self._not_before:
            return
        for role_menu in await self._menus.untold():
            try:
                await self._tell(role_menu)
            except (Forbidden, BadRequest):  # the chat is gone, and with it its menu
                pass
            except TelegramError as error:
                self._back_off(error)
                return
            self._failures = 0
            await self._menus.told(role_menu)

    def _back_off(self, error: TelegramError) -> None:
        """One line for each silence of Telegram's, and a longer wait each time."""
        if not self._failures:
            log_failure("role_menu_failed", error)
        self._failures += 1
        wait = min(FIRST_WAIT_SECONDS * 2.0 ** (self._failures - 1), LONGEST_WAIT_SECONDS)
        self._not_before = monotonic() + wait

    async def _tell(self, role_menu: RoleMenu) -> None:
        scope = BotCommandScopeChat(role_menu.chat_id)
        if not role_menu.roles:
            await self._bot.delete_my_commands(scope)
            return
        speech = Speech(role_menu.language)
        every = [*menu.role_commands(speech, role_menu.roles), *menu.commands(speech)]
        await self._bot.set_my_commands(every, scope)
