"""When a person may be written to: their own hour, within what their organisation allows.

Local times become instants through zoneinfo. An hour that daylight saving skips moves to the
same distance after the gap; one that happens twice means its first occurrence (PEP 495).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from learning.account.model import Enrolment, Organisation, Pause, Person

HORIZON = timedelta(days=400)
GRACE = timedelta(minutes=30)  # who chose the closing hour still gets the lesson, sent a bit later
PUBLIC_OPENS, PUBLIC_CLOSES = time(7), time(21)  # of those who learn without an organisation


@lru_cache(maxsize=512)
def public_holidays(country: str, region: str | None, year: int) -> frozenset[date]:
    """The public holidays of a country (ISO 3166) as the `holidays` library knows them.

    Of a region that it does not know, those of the whole country.
    """
    try:
        return frozenset(holidays.country_holidays(country.upper(), subdiv=region, years=year))
    except NotImplementedError:
        return public_holidays(country, None, year) if region else frozenset()


@dataclass(frozen=True)
class Window:
    """`weekdays` and `at` are the person's own; `opens` and `closes` the organisation's."""

    zone: ZoneInfo
    at: time
    weekdays: frozenset[int]
    opens: time
    closes: time
    country: str | None = None
    region: str | None = None
    own_days_off: frozenset[date] = frozenset()
    pauses: tuple[Pause, ...] = ()

    def local_day(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()

    def is_day_off(self, day: date) -> bool:
        """A holiday or a weekday without lessons; pauses are looked at apart."""
        if day.weekday() not in self.weekdays or day in self.own_days_off:
            return True
        return self.country is not None and day in public_holidays(
            self.country, self.region, day.year
        )

    def is_learning_day(self, day: date) -> bool:
        return not self.is_day_off(day) and not any(pause.covers(day) for pause in self.pauses)

    def instant(self, day: date) -> datetime:
        """The lesson's instant (UTC) on a local day."""
        return datetime.combine(day, self.at, self.zone).astimezone(UTC)

    def is_open(self, now: datetime) -> bool:
        """Whether a late lesson may still be sent now."""
        local = now.astimezone(self.zone).replace(tzinfo=None)
        opens, closes = (datetime.combine(local, at) for at in (self.opens, self.closes))
        return self.is_learning_day(local.date()) and opens <= local <= closes + GRACE

    def next_instant(self, after: datetime, not_before: date | None = None) -> datetime | None:
        """The first lesson instant later than `after`, on `not_before` or later.

        None when no learning day is in sight: an open pause, or no weekdays at all.
        """
        day = max(self.local_day(after), not_before or date.min)
        last = day + HORIZON
        while day <= last:
            if self.is_learning_day(day) and (at := self.instant(day)) > after:
                return at
            day += timedelta(days=1)
        return None

    def learning_day_from(self, instant: datetime) -> date | None:
        """The first learning day on which something due at `instant` can be taken up."""
        return self.learning_day_since(self.local_day(instant))

    def learning_day_since(self, first: date) -> date | None:
        """The first learning day on `first` or later."""
        days = (first + timedelta(days=ahead) for ahead in range(HORIZON.days))
        return next((day for day in days if self.is_learning_day(day)), None)


def working_window(organisation: Organisation, now: datetime) -> Window:
    """The organisation's own days, each at the hour it is there now."""
    zone = ZoneInfo(organisation.zone)
    at = now.astimezone(zone).time()
    return Window(
        zone=zone,
        at=min(max(at, organisation.opens), organisation.closes),
        weekdays=organisation.weekdays,
        opens=organisation.opens,
        closes=organisation.closes,
        country=organisation.country,
        region=organisation.region,
        own_days_off=organisation.own_days_off,
    )


def window_of(person: Person, enrolment: Enrolment, organisation: Organisation | None) -> Window:
    """The person's window; wishes that the organisation does not allow give way to it."""
    if organisation is None:
        return Window(
            zone=ZoneInfo(person.zone),
            at=min(max(enrolment.lesson_time, PUBLIC_OPENS), PUBLIC_CLOSES),
            weekdays=enrolment.weekdays,
            opens=PUBLIC_OPENS,
            closes=PUBLIC_CLOSES,
            pauses=enrolment.pauses,
        )
    return Window(
        zone=ZoneInfo(person.zone),
        at=min(max(enrolment.lesson_time, organisation.opens), organisation.closes),
        weekdays=enrolment.weekdays & organisation.weekdays or organisation.weekdays,
        opens=organisation.opens,
        closes=organisation.closes,
        country=organisation.country,
        region=organisation.region,
        own_days_off=organisation.own_days_off,
        pauses=enrolment.pauses,
    )
