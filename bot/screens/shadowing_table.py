"""Which screen words which outcome about job shadowing; all of them read the turn."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.screens import shadowing, shadowing_draft, shadowing_notes, shadowing_told
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.mentoring.shadowing import outcomes as o
from learning.readings import Readings

SCREENS_OF_READ: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.ShadowingShown: shadowing.shadowing_screen,
    o.DayTold: shadowing_told.told_screen,
    o.DayNews: shadowing_told.day_news_screen,
    o.DayBefore: shadowing_told.day_before_screen,
    o.TryingReminded: shadowing_told.trying_screen,
    o.CallOffOffered: shadowing.call_off_offered_screen,
    o.DaysOffered: shadowing_draft.days_offered_screen,
    o.SlotsOffered: shadowing_draft.slots_offered_screen,
    o.DayGoalAsked: shadowing_draft.day_goal_asked_screen,
    o.NoteShown: shadowing_notes.note_screen,
}


async def _turn(readings: Readings, outcome: Any) -> Any:
    return await readings.turn(outcome.turn, outcome.person)


READ: dict[type, Callable[[Readings, Any], Awaitable[Any]]] = dict.fromkeys(SCREENS_OF_READ, _turn)
