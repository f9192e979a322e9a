"""Which screen words which outcome about mentoring."""

from collections.abc import Callable
from typing import Any

from bot.screens import mentoring
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.mentoring import outcomes as o

SCREENS: dict[type, Callable[[Any, View], Screen]] = {
    o.TurnBegun: mentoring.turn_begun_screen,
}
