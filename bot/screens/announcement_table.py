"""Which screen words which outcome about announcements."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.screens import (
    announcement_board,
    announcing,
    announcing_audience,
    announcing_sending,
    news,
)
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.announcements import outcomes as o
from learning.announcements.model import Dimension, event_of
from learning.readings import Readings

SCREENS: dict[type, Callable[[Any, View], Screen]] = {
    o.FileAsked: announcing.file_asked_screen,
    o.DraftDropped: announcing.draft_dropped_screen,
    o.AnnouncementGone: announcing.gone_screen,
    o.SavedShown: announcing_audience.saved_screen,
    o.SavedNameAsked: announcing_audience.saved_name_asked_screen,
    o.MomentAsked: announcing_audience.moment_asked_screen,
    o.ApprovalAsked: announcing_sending.approval_asked_screen,
    o.SecondNeeded: announcing_sending.second_needed_screen,
    o.Planned: announcing_sending.planned_screen,
    o.CancelOffered: announcing_sending.cancel_offered_screen,
    o.DeletionOffered: announcing_sending.deletion_offered_screen,
    o.AnnouncementsStopped: news.stopped_screen,
    o.AnnouncementsTaken: news.taken_screen,
    o.NewsShown: news.news_screen,
    o.NotSentYet: news.not_sent_yet_screen,
}
_READ_PLAIN: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.TextAsked: announcing.text_asked_screen,
    o.OptionsAsked: announcing.options_asked_screen,
    o.DraftShown: announcing.draft_screen,
    o.SentToMe: announcing.sent_to_me_screen,
    o.Previewed: announcing.previewed_screen,
    o.AudienceShown: announcing_audience.audience_screen,
    o.ValuesShown: announcing_audience.values_screen,
    o.TimingShown: announcing_audience.timing_screen,
    o.SendingOffered: announcing_sending.sending_offered_screen,
    o.NotSendable: announcing_sending.not_sendable_screen,
    o.ApprovalWanted: announcing_sending.approval_wanted_screen,
    o.AnnouncementArrived: news.arrived_screen,
    o.AnnouncementEdited: news.edited_screen,
    o.Voted: news.voted_screen,
}
_READ_COUNTED: dict[type, Callable[[Any, Any, View], Screen]] = {
    o.BoardShown: announcement_board.board_screen,
    o.AnnouncementReported: announcement_board.reported_screen,
}
SCREENS_OF_READ: dict[type, Callable[[Any, Any, View], Screen]] = {
    **_READ_PLAIN,
    **_READ_COUNTED,
    o.AnnouncementsShown: announcing.announcements_screen,
}


async def _plain(readings: Readings, outcome: Any) -> Any:
    return await readings.announcement(outcome.announcement)


async def _valued(readings: Readings, outcome: o.ValuesShown) -> Any:
    """The events to choose from have titles."""
    by_event = outcome.dimension is Dimension.EVENT
    values = (choice.value for group in outcome.groups for choice in group if by_event)
    events = tuple({event_of(value)[1] for value in values})
    return await readings.announcement(outcome.announcement, events=events)


async def _counted(readings: Readings, outcome: Any) -> Any:
    return await readings.announcement(outcome.announcement, counted=True)


async def _latest(readings: Readings, outcome: o.AnnouncementsShown) -> Any:
    return await readings.announcements(outcome.organisation, outcome.person)


READ: dict[type, Callable[[Readings, Any], Awaitable[Any]]] = {
    **dict.fromkeys(_READ_PLAIN, _plain),
    **dict.fromkeys(_READ_COUNTED, _counted),
    o.ValuesShown: _valued,
    o.AnnouncementsShown: _latest,
}
