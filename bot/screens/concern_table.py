"""Which screen words which outcome about a private concern, and what it reads."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.screens import concern
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.mentoring.concern import outcomes as o
from learning.readings import Readings

SCREENS: dict[type, Callable[[Any, View], Screen]] = {
    o.NoteAsked: concern.note_screen,
    o.ConcernNoted: concern.noted_screen,
}
SCREENS_OF_READ: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.ReceiversOffered: concern.receivers_screen,
    o.ConcernShown: concern.concern_screen,
    o.ConcernTextAsked: concern.concern_text_screen,
}


async def _receivers(readings: Readings, offered: o.ReceiversOffered) -> Any:
    return await readings.names([each.person for each in offered.receivers])


async def _receiver(readings: Readings, asked: o.ConcernTextAsked) -> Any:
    return await readings.names([asked.receiver])


async def _draft(readings: Readings, shown: o.ConcernShown) -> Any:
    partner = [shown.partner] if shown.partner and shown.names_partner else []
    names = await readings.names([shown.person, shown.receiver, *partner])
    return names, await readings.ticket_words(shown.ticket)


READ: dict[type, Callable[[Readings, Any], Awaitable[Any]]] = {
    o.ReceiversOffered: _receivers,
    o.ConcernTextAsked: _receiver,
    o.ConcernShown: _draft,
}
