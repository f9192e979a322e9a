"""What may be called by its name alone, in any language: commands, and the menu's buttons."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.actions.commands import COMMANDS, WITH_WORDS
from bot.locales.catalogues import languages
from bot.screens import buttons
from bot.screens.menu import commands, role_commands
from bot.screens.speech import Speech
from learning.account.model import Role
from learning.ask import Ask


def known_names(mark: Callable[[str], str]) -> Mapping[str, Ask[Any]]:
    """By the mark of the name."""
    alone = {**{name: read("") for name, read in WITH_WORDS.items()}, **COMMANDS}
    names: dict[str, Ask[Any]] = {mark(name): ask for name, ask in alone.items()}
    for speech in map(Speech, languages()):
        listed = (*role_commands(speech, frozenset(Role)), *commands(speech))
        described = {mark(words): alone[name] for name, words in listed if name in alone}
        shown = (button for row in buttons.menu(speech) for button in row)
        names = {**described, **names, **{mark(each.label): each.ask for each in shown if each.ask}}
    return names
