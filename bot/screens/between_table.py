"""Which screen words which outcome between the two, and what it reads."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.screens import between
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.mentoring.between import outcomes as o
from learning.readings import Readings

_OF_TURN: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.MessageAsked: between.message_asked_screen,
    o.MessageSent: between.message_sent_screen,
    o.MessageArrived: between.message_arrived_screen,
}
SCREENS_OF_READ: dict[type, Callable[[Any, Any, View], Screen]] = {
    **_OF_TURN,
    o.UsernamesShown: between.usernames_screen,
}


async def _turn(readings: Readings, outcome: Any) -> Any:
    return await readings.turn(outcome.turn, outcome.person)


async def _usernames(readings: Readings, shown: o.UsernamesShown) -> Any:
    return await readings.usernames(shown.turn, shown.person)


READ: dict[type, Callable[[Readings, Any], Awaitable[Any]]] = {
    **dict.fromkeys(_OF_TURN, _turn),
    o.UsernamesShown: _usernames,
}
