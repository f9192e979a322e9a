"""Over which days people registered. Pure."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

MOST_STEPS = 28
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def days_between(first: datetime, last: datetime, zone: str) -> tuple[date, ...]:
    """From the day of `first` to that of `last` by the clocks of `zone`: each, or where these were
    too many one a week, or one for as many weeks as it takes."""
    begun, ended = (instant.astimezone(ZoneInfo(zone)).date() for instant in (first, last))
    step = DAY
    while (ended - begun) // step >= MOST_STEPS:
        step = WEEK if step is DAY else step + WEEK
    return tuple(begun + at * step for at in range((ended - begun) // step + 1))
