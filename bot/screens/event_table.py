"""Which screen words which outcome about events."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.screens import event_making, event_managing, event_pushes, events
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.events import outcomes as o
from learning.readings import Readings

SCREENS: dict[type, Callable[[Any, View], Screen]] = {
    o.EventGone: events.gone_screen,
    o.AttendanceAsked: events.attendance_asked_screen,
    o.FeedbackGiven: events.feedback_given_screen,
    o.FieldAsked: event_making.field_asked_screen,
    o.EventDropped: event_making.event_dropped_screen,
    o.EventCancelled: event_making.event_cancelled_screen,
}
_OF_ONE: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.EventShown: events.event_screen,
    o.Registered: events.registered_screen,
    o.WaitingListed: events.waiting_screen,
    o.RegistrationCancelled: events.registration_cancelled_screen,
    o.RegistrationClosed: events.closed_screen,
    o.LateNoted: events.late_screen,
    o.Attended: events.attended_screen,
    o.NotItsTime: events.not_its_time_screen,
    o.QuestionPut: events.question_screen,
    o.EventReminded: event_pushes.reminded_screen,
    o.EventMoved: event_pushes.moved_screen,
    o.EventCalledOff: event_pushes.called_off_screen,
    o.SeatGiven: event_pushes.seat_given_screen,
    o.RecordingArrived: event_pushes.recording_screen,
    o.MaterialsArrived: event_pushes.materials_screen,
    o.EventDraftShown: event_making.event_draft_screen,
    o.EventCancelOffered: event_making.cancel_offered_screen,
    o.AttendanceCodeShown: event_making.attendance_code_screen,
}
SCREENS_OF_READ: dict[type, Callable[[Any, Any, View], Screen]] = {
    **_OF_ONE,
    o.EventsShown: events.events_screen,
    o.EventsManaged: event_managing.managed_screen,
    o.EventReported: event_managing.reported_screen,
}


async def _one(readings: Readings, outcome: Any) -> Any:
    return await readings.event(outcome.event)


async def _all(readings: Readings, outcome: o.EventsShown) -> Any:
    return await readings.events(outcome.person, outcome.at)


async def _managed(readings: Readings, outcome: o.EventsManaged) -> Any:
    return await readings.managed_events(outcome.organisation, outcome.person)


async def _report(readings: Readings, outcome: o.EventReported) -> Any:
    return await readings.event_report(outcome.event)


READ: dict[type, Callable[[Readings, Any], Awaitable[Any]]] = {
    **dict.fromkeys(_OF_ONE, _one),
    o.EventsShown: _all,
    o.EventsManaged: _managed,
    o.EventReported: _report,
}
