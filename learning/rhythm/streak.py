"""A streak that weekends, holidays and pauses do not break."""

from collections.abc import Set
from datetime import date, timedelta

from learning.rhythm.window import Window


def streak(days_learned: Set[date], today: date, window: Window) -> int:
    """Learning days in a row up to `today`, counted in days learned.

    A day without lessons counts when it was used and is stepped over when it was not; today
    does not break anything before it is over.
    """
    if not days_learned:
        return 0
    count, day, first = 0, today, min(days_learned)
    while day >= first:
        if day in days_learned:
            count += 1
        elif day != today and window.is_learning_day(day):
            break
        day -= timedelta(days=1)
    return count
