"""Which screen words which outcome about meetings, and what it reads."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.screens import meeting, meeting_after, meeting_told
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.mentoring.meeting import outcomes as o
from learning.readings import Readings

SCREENS: dict[type, Callable[[Any, View], Screen]] = {
    o.MeetingFitNoted: meeting_after.fit_noted_screen,
}
_OF_ONE: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.MeetingShown: meeting.meeting_screen,
    o.DaysOffered: meeting.days_screen,
    o.HoursOffered: meeting.hours_screen,
    o.MeetingTold: meeting_told.told_screen,
    o.MeetingOffOffered: meeting_told.off_offered_screen,
    o.PlaceAsked: meeting_told.place_asked_screen,
    o.MeetingSoon: meeting_told.soon_screen,
    o.MetAsked: meeting_after.met_asked_screen,
    o.MetNoted: meeting_after.met_noted_screen,
    o.TopicsOffered: meeting_after.topics_screen,
}
_OF_ALL: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.MeetingsReminded: meeting_told.day_before_screen,
    o.MeetingsWanted: meeting_told.wanted_screen,
}
SCREENS_OF_READ: dict[type, Callable[[Any, Any, View], Screen]] = {**_OF_ONE, **_OF_ALL}


async def _one(readings: Readings, outcome: Any) -> Any:
    return await readings.turn(outcome.turn, outcome.person)


async def _all(readings: Readings, outcome: Any) -> Any:
    return await readings.turns(outcome.person)


READ: dict[type, Callable[[Readings, Any], Awaitable[Any]]] = {
    **dict.fromkeys(_OF_ONE, _one),
    **dict.fromkeys(_OF_ALL, _all),
}
