"""A learner's settings as one value, and what may be chosen for each."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from learning.account.languages import LANGUAGES
from learning.account.model import EVERY_DAY, Actor, Enrolment, Organisation, Person
from learning.account.outcomes import Settings
from learning.rhythm.window import window_of

ANY_SECTOR = "any"
_REGION_AND_CITY = re.compile(
    r"(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)(/[A-Za-z_-]+){1,2}"
)


def learner(actor: Actor) -> tuple[Person, Enrolment]:
    """The person and enrolment of an actor whose right was checked."""
    if actor.person is None or actor.enrolment is None:
        raise AssertionError("a person without an enrolment")
    return actor.person, actor.enrolment


def settings_of(actor: Actor, now: datetime) -> Settings:
    person, enrolment = learner(actor)
    organisation = actor.organisation
    window = window_of(person, enrolment, organisation)
    pause = enrolment.pause_on(window.local_day(now))
    return Settings(
        language=person.language,
        zone=person.zone,
        lesson_time=window.at,
        weekdays=window.weekdays,
        sector=enrolment.sector,
        organisation=organisation.name if organisation else None,
        opens=window.opens,
        closes=window.closes,
        allowed=organisation.weekdays if organisation else EVERY_DAY,
        begun=enrolment.begun_at is not None,
        paused=pause.scope if pause else None,
        paused_until=ends_on(person, enrolment, organisation, pause.until) if pause else None,
        next_at=enrolment.next_due_at,
    )


def ends_on(
    person: Person, enrolment: Enrolment, organisation: Organisation | None, until: date | None
) -> date | None:
    """The learning day on which lessons begin again after a pause until `until`."""
    if until is None:
        return None
    return window_of(person, enrolment, organisation).learning_day_since(until) or until


def can_come(settings: Settings, at: time | None, weekdays: frozenset[int] | None) -> bool:
    """Whether lessons may come at that hour and on those days, as far as each is given."""
    if at is not None and not settings.opens <= at <= settings.closes:
        return False
    return weekdays is None or (bool(weekdays) and weekdays <= settings.allowed)


def read_time(value: str) -> time | None:
    """ "0930" → 9:30; None when it is no time of day."""
    if len(value) != 4 or not (value.isascii() and value.isdigit()):
        return None
    hour, minute = int(value[:2]), int(value[2:])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def is_zone(value: str) -> bool:
    """Only region/city names and UTC: a zone key is also a path on some systems."""
    if value != "UTC" and not _REGION_AND_CITY.fullmatch(value):
        return False
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def is_language(value: str) -> bool:
    return value in LANGUAGES
