"""Which days and hours are offered for a meeting: those of the proposer's organisation. Pure."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from learning.account.model import Actor
from learning.pushes.model import PushKind
from learning.pushes.voice import window_for
from learning.rhythm.window import Window

DAYS_OFFERED = 8


def window_of_meetings(actor: Actor) -> Window:
    """The organisation's hours and days by the actor's clock, without holidays and pauses."""
    return window_for(PushKind.MEETING_PROPOSED, actor)


def days_ahead(window: Window, minutes: int, now: datetime) -> tuple[date, ...]:
    """The next ones with an hour left; none in a pause without an end."""
    days, day = list[date](), window.local_day(now)
    for _ in range(60):
        if window.is_learning_day(day) and hours_of(window, day, minutes, now):
            days.append(day)
        day += timedelta(days=1)
    return tuple(days[:DAYS_OFFERED])


def hours_of(window: Window, day: date, minutes: int, now: datetime) -> Sequence[int]:
    """Whole hours of that day at which a meeting may begin and still end within the hours."""
    starts = ((hour, instant_of(window, day, time(hour))) for hour in range(24))
    return [hour for hour, start in starts if start > now and is_within(window, start, minutes)]


def instant_of(window: Window, day: date, at: time) -> datetime:
    return datetime.combine(day, at, window.zone).astimezone(UTC)


def is_within(window: Window, start: datetime, minutes: int) -> bool:
    local = start.astimezone(window.zone).replace(tzinfo=None)
    opens, closes = (datetime.combine(local, at) for at in (window.opens, window.closes))
    whole = opens <= local and local + timedelta(minutes=minutes) <= closes
    return whole and window.is_learning_day(local.date())
