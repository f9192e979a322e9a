"""A person's own day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from learning.account.model import Person


def local_day(person: Person, now: datetime) -> date:
    return now.astimezone(ZoneInfo(person.zone)).date()


def end_of_day(person: Person, now: datetime) -> datetime:
    """The person's next midnight: what is due earlier is due today."""
    tomorrow = local_day(person, now) + timedelta(days=1)
    return datetime.combine(tomorrow, datetime.min.time(), ZoneInfo(person.zone))
