"""When the clock next looks at a person: a cache in UTC of what the window says."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from learning.account.model import Enrolment, Organisation, Person
from learning.rhythm.window import Window, window_of

REFRESHER_DAYS = 30
REMINDERS = (1, 6, 7, 7)  # days after the last sending: one the next day, weekly, then silence


def next_due(
    person: Person, enrolment: Enrolment, organisation: Organisation | None, now: datetime
) -> datetime | None:
    """The next instant at which something may be sent; None before Start and in silence."""
    if enrolment.begun_at is None:
        return None
    window = window_of(person, enrolment, organisation)
    if enrolment.finished_at is not None:
        return window.next_instant(now, not_before=_refresher_day(enrolment, window, now))
    offer = enrolment.offer
    if offer is None:
        today = window.local_day(now)
        return window.next_instant(
            now, not_before=today + timedelta(days=enrolment.last_day == today)
        )
    if is_silent(enrolment):
        return None
    wait = timedelta(days=REMINDERS[offer.reminders])
    return window.next_instant(now, not_before=offer.day + wait)


def _refresher_day(enrolment: Enrolment, window: Window, now: datetime) -> date:
    """A month from now, or earlier where one is planned already: a new hour moves no month."""
    in_a_month = window.local_day(now) + timedelta(days=REFRESHER_DAYS)
    planned = enrolment.next_due_at
    if planned is None or planned <= now:
        return in_a_month
    return min(in_a_month, window.local_day(planned))


def is_silent(enrolment: Enrolment) -> bool:
    """Whether every reminder stayed without an answer: then the person makes the next step."""
    return enrolment.offer is not None and enrolment.offer.reminders >= len(REMINDERS)


def rescheduled(
    person: Person, enrolment: Enrolment, organisation: Organisation | None, now: datetime
) -> Enrolment:
    """The enrolment to put back after a change, its `next_due_at` computed anew."""
    return replace(
        enrolment,
        next_due_at=next_due(person, enrolment, organisation, now),
        revision=enrolment.revision + 1,
    )
