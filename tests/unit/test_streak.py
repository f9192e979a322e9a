"""A streak that weekends, holidays and pauses do not break."""

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.account.model import EVERY_DAY, WORKING_DAYS, Pause, PauseScope
from learning.rhythm.streak import streak
from learning.rhythm.window import Window

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
WINDOW = Window(ZoneInfo("Europe/Athens"), time(9), WORKING_DAYS, time(7), time(20), country="gr")
MONTH = [MONDAY - number * DAY for number in range(31)]
learned_days = st.sets(st.sampled_from(MONTH))
off_days = st.frozensets(st.sampled_from(MONTH))


def days(*offsets: int) -> set[date]:
    """Days counted from a Monday."""
    return {MONDAY + offset * DAY for offset in offsets}


@pytest.mark.parametrize(
    ("learned", "today", "count"),
    [
        (days(), 0, 0),
        (days(0), 0, 1),
        (days(0, 1, 2), 2, 3),
        (days(0, 1), 2, 2),  # today is not over
        (days(0, 1), 3, 0),  # Wednesday was missed
        (days(0, 2), 2, 1),
        (days(0, 1, 2, 3, 4), 6, 5),  # on a Sunday
        (days(0, 1, 2, 3, 4), 7, 5),  # on Monday before the lesson
        (days(4, 7), 7, 2),  # over the weekend
        (days(4, 5, 7), 7, 3),  # a Saturday that was used counts
        (days(4), 8, 0),  # Monday was missed
        (days(9), 8, 0),  # a day further east
    ],
)
def test_a_streak_counts_learning_days_in_a_row(learned: set[date], today: int, count: int) -> None:
    assert streak(learned, MONDAY + today * DAY, WINDOW) == count


def test_christmas_does_not_break_a_streak() -> None:
    thursday, monday = date(2026, 12, 24), date(2026, 12, 28)
    assert streak({thursday, monday}, monday, WINDOW) == 2


def test_a_pause_does_not_break_a_streak_and_its_end_counts_again() -> None:
    pause = Pause(PauseScope.LESSONS, MONDAY + DAY, MONDAY + 9 * DAY)
    paused = replace(WINDOW, pauses=(pause,))
    assert streak(days(0), MONDAY + 8 * DAY, paused) == 1
    assert streak(days(0, 9), MONDAY + 9 * DAY, paused) == 2
    assert streak(days(0), MONDAY + 10 * DAY, paused) == 0
    assert streak(days(0), MONDAY + 9 * DAY, WINDOW) == 0


@given(learned=learned_days, off=off_days)
def test_removing_a_non_learning_day_changes_nothing(
    learned: set[date], off: frozenset[date]
) -> None:
    """The days on which nothing was due nor done could as well not exist."""
    window = replace(WINDOW, weekdays=EVERY_DAY, country=None, own_days_off=off)
    kept = [day for day in MONTH if day in learned or day not in off or day == MONDAY]
    squeezed = {MONDAY - number * DAY for number, day in enumerate(kept) if day in learned}
    plain = replace(window, own_days_off=frozenset())
    assert streak(learned, MONDAY, window) == streak(squeezed, MONDAY, plain)


@given(learned=learned_days, off=off_days, more=off_days)
def test_a_day_off_more_never_shortens_a_streak(
    learned: set[date], off: frozenset[date], more: frozenset[date]
) -> None:
    before, after = (replace(WINDOW, own_days_off=each) for each in (off, off | more))
    assert streak(learned, MONDAY, before) <= streak(learned, MONDAY, after) <= len(learned)


@given(learned=learned_days, day=st.sampled_from(MONTH))
def test_learning_never_shortens_a_streak(learned: set[date], day: date) -> None:
    assert streak(learned, MONDAY, WINDOW) <= streak(learned | {day}, MONDAY, WINDOW)
