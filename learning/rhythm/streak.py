"""A streak that weekends, holidays and pauses do not break."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from learning.account.model import Enrolment, Organisation, PastDays, Person
from learning.rhythm.window import Window, window_of


def streak(
    days_learned: Set[date], today: date, window: Window, past: Sequence[PastDays] = ()
) -> int:
    """Learning days in a row up to `today`, counted in days learned.

    A day without lessons counts when it was used and is stepped over when it was not, by the
    rules in force on that day; today does not break anything before it is over.
    """
    if not days_learned:
        return 0
    count, day, first = 0, today, min(days_learned)
    while day >= first:
        if day in days_learned:
            count += 1
        elif day != today and _was_learning_day(day, window, past):
            break
        day -= timedelta(days=1)
    return count


def _was_learning_day(day: date, window: Window, past: Sequence[PastDays]) -> bool:
    """By the rules in force then; the day on which they were changed breaks nothing."""
    rules = next((before for before in past if day <= before.until), None)
    if rules is None:
        return window.is_learning_day(day)
    then = replace(
        window,
        weekdays=rules.weekdays,
        country=rules.country,
        region=rules.region,
        own_days_off=rules.own_days_off,
    )
    return day != rules.until and then.is_learning_day(day)


def remembering_days(
    person: Person, enrolment: Enrolment, organisation: Organisation | None, today: date
) -> Enrolment:
    """The enrolment before its days change: those until today stay what they are.

    What was changed already today was no rule of any day.
    """
    past = enrolment.past_days
    if enrolment.begun_at is None or (past and past[-1].until >= today):
        return enrolment
    window = window_of(person, enrolment, organisation)
    rules = PastDays(
        until=today,
        weekdays=window.weekdays,
        country=window.country,
        region=window.region,
        own_days_off=frozenset(day for day in window.own_days_off if day < today),
    )
    return replace(enrolment, past_days=(*past, rules))
