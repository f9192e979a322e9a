"""When an announcement reaches whom. Pure; all instants are programme time."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from learning.account.model import Organisation, Pause, PauseScope
from learning.announcements.model import CHANGES, Announcement, Timing
from learning.rhythm.window import Window

LASTS = timedelta(days=3)  # what says nothing else is too late after that
_HOUR = re.compile(r"(?:(?P<date>\S+)\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})")
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?|(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class SharedHour:
    """People who live by the same clock, lesson time and pauses."""

    zone: str
    lesson_time: time
    pauses: tuple[Pause, ...]
    people: int


Hours = Mapping[tuple[str, time], datetime]


def begins(announcement: Announcement, now: datetime) -> datetime:
    chosen = announcement.at if announcement.timing is Timing.AT else None
    return max(now, chosen or now)


def ends(announcement: Announcement, begun: datetime) -> datetime:
    return announcement.until or begun + LASTS


def hour_of(
    announcement: Announcement,
    organisation: Organisation,
    zone: str,
    lesson_time: time,
    begun: datetime,
    pauses: Sequence[Pause] = (),
) -> datetime | None:
    """When it is due for somebody; None when no day for it is in sight. What is urgent, and a
    change of what somebody got, which is silent: at once."""
    if announcement.urgent or announcement.form in CHANGES:
        return begun
    window = _window(organisation, zone, lesson_time, pauses)
    if announcement.timing is not Timing.LESSON_HOUR:
        if window.is_open(begun):
            return begun
        window = replace(window, at=window.opens)
    return window.next_instant(begun - timedelta(microseconds=1))


def hours(
    announcement: Announcement,
    organisation: Organisation,
    shared_hours: Iterable[SharedHour],
    begun: datetime,
) -> Hours:
    """For each clock and lesson time; pauses are looked at when it is sent."""
    keys = {(shared.zone, shared.lesson_time) for shared in shared_hours}
    due = {key: hour_of(announcement, organisation, *key, begun) for key in keys}
    return {key: at or begun for key, at in due.items()}


def too_late(
    announcement: Announcement,
    organisation: Organisation,
    shared_hours: Iterable[SharedHour],
    now: datetime,
) -> int:
    """How many would get it after it is of any use."""
    begun = begins(announcement, now)
    end = ends(announcement, begun)
    late = 0
    for shared in shared_hours:
        own = (shared.zone, shared.lesson_time, begun, shared.pauses)
        at = hour_of(announcement, organisation, *own)
        late += shared.people if at is None or at > end else 0
    return late


def read_moment(text: str, zone: str, now: datetime) -> datetime | None:
    """ "16:30", "24.11. 9:00", "24/11/2026 9.00" or "2026-11-24 09:00", by the clocks of `zone`;
    a day without a year is the next one. None for what is no moment, or a past one."""
    found = _HOUR.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    here = ZoneInfo(zone)
    today = now.astimezone(here).date()
    day = _day(found["date"], today) if found["date"] else today
    hour, minute = int(found["hour"]), int(found["minute"])
    if day is None or hour > 23 or minute > 59:
        return None
    moment = datetime.combine(day, time(hour, minute), here).astimezone(UTC)
    return moment if moment > now else None


def _day(text: str, today: date) -> date | None:
    found = _DAY.fullmatch(text.rstrip("."))
    if found is None:
        return None
    day, month, year, iso_year, iso_month, iso_day = (int(part or 0) for part in found.groups())
    if iso_year:
        return _date(iso_year, iso_month, iso_day)
    if year:
        return _date(year, month, day)
    this_year = _date(today.year, month, day)
    return this_year if this_year and this_year >= today else _date(today.year + 1, month, day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _window(
    organisation: Organisation, zone: str, lesson_time: time, pauses: Sequence[Pause]
) -> Window:
    return Window(
        zone=ZoneInfo(zone),
        at=min(max(lesson_time, organisation.opens), organisation.closes),
        weekdays=organisation.weekdays,
        opens=organisation.opens,
        closes=organisation.closes,
        country=organisation.country,
        region=organisation.region,
        own_days_off=organisation.own_days_off,
        pauses=tuple(pause for pause in pauses if pause.scope is PauseScope.EVERYTHING),
    )
