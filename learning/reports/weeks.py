"""The weeks that a report tells apart."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKS = 12


def last_mondays(now: datetime, zone: str) -> tuple[date, ...]:
    """The Mondays of this week and of those before it, oldest first, by the clocks of `zone`."""
    today = now.astimezone(ZoneInfo(zone)).date()
    monday = today - timedelta(days=today.weekday())
    return tuple(monday - timedelta(weeks=back) for back in reversed(range(WEEKS)))


def begins(day: date, zone: str) -> datetime:
    """The instant at which a local day begins."""
    return datetime.combine(day, time(), ZoneInfo(zone))
