"""When the clock next looks at a person: a cache in UTC of what the window says."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from learning.account.model import Enrolment, Offer, Organisation, Person
from learning.rhythm.window import window_of

REFRESHER_EVERY = timedelta(days=30)
REMINDERS = (1, 7, 14, 21)  # days after the offer; one the next day, then weekly, then silence


def next_due(
    person: Person, enrolment: Enrolment, organisation: Organisation | None, now: datetime
) -> datetime | None:
    """The next instant at which something may be sent; None before Start and in silence."""
    if enrolment.begun_at is None:
        return None
    window = window_of(person, enrolment, organisation)
    if enrolment.finished_at is not None:
        return window.next_slot(now, not_before=window.local_day(now + REFRESHER_EVERY))
    today = window.local_day(now)
    offer = enrolment.offer
    if offer is not None:
        if offer.reminders >= len(REMINDERS):
            return None
        earliest = offer.day + timedelta(days=REMINDERS[offer.reminders])
        return window.next_slot(now, not_before=max(earliest, today))
    learned_today = enrolment.last_day == today
    return window.next_slot(now, not_before=today + timedelta(days=learned_today))


def reminders_by(offer: Offer, today: date) -> int:
    """How many reminders an offer has had once today's is sent."""
    return sum(offer.day + timedelta(days=days) <= today for days in REMINDERS)


def rescheduled(
    person: Person, enrolment: Enrolment, organisation: Organisation | None, now: datetime
) -> Enrolment:
    """The enrolment to put back after a change, its `next_due_at` computed anew."""
    return replace(
        enrolment,
        next_due_at=next_due(person, enrolment, organisation, now),
        revision=enrolment.revision + 1,
    )
