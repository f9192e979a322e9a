"""When the clock next looks at somebody: lessons, reminders, silence, refreshers."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from learning.account.model import (
    WORKING_DAYS,
    Enrolment,
    Offer,
    Organisation,
    Pause,
    PauseScope,
    Person,
)
from learning.rhythm.local import end_of_day, local_day
from learning.rhythm.next_due import is_silent, next_due, rescheduled

ATHENS = ZoneInfo("Europe/Athens")
ANNA = Person(id=1, telegram_id=1, language="en", zone="Europe/Athens")
EGALEO = Organisation(1, "Egaleo", "gr", "Europe/Athens", "el")
MONDAY = date(2026, 11, 23)
BEGUN = datetime(2026, 11, 2, 7, tzinfo=UTC)
LEARNER = Enrolment(1, time(9), WORKING_DAYS, begun_at=BEGUN)


def at(day: int, hour: int = 10) -> datetime:
    """An hour on a day counted from Monday, in Athens."""
    return datetime.combine(MONDAY + timedelta(days=day), time(hour), ATHENS)


def offer(day: int, reminders: int = 0) -> Offer:
    return Offer("first-words", MONDAY + timedelta(days=day), reminders)


def paused(since: int, until: int | None) -> Pause:
    end = None if until is None else MONDAY + timedelta(days=until)
    return Pause(PauseScope.LESSONS, MONDAY + timedelta(days=since), end)


@pytest.mark.parametrize(
    ("fields", "now", "due"),
    [
        ({"begun_at": None}, at(0, 8), None),
        ({}, at(0, 8), at(0, 9)),
        ({}, at(0, 9), at(1, 9)),  # an instant is not due twice
        ({}, at(0), at(1, 9)),
        ({}, at(4), at(7, 9)),
        ({"last_day": MONDAY}, at(0, 8), at(1, 9)),  # learned before the hour
        ({"last_day": MONDAY - timedelta(days=1)}, at(0, 8), at(0, 9)),
        ({"lesson_time": time(3)}, at(0), at(1, 7)),
        ({"pauses": (paused(0, 3),)}, at(0), at(3, 9)),
        ({"pauses": (paused(0, None),)}, at(0), None),
        ({"finished_at": BEGUN}, at(0), at(30, 9)),  # refreshers are monthly
        ({"finished_at": BEGUN}, at(4), at(35, 9)),  # and never on a Sunday
    ],
)
def test_the_next_instant_follows_from_what_is_the_case(
    fields: dict[str, object], now: datetime, due: datetime | None
) -> None:
    learner = replace(LEARNER, **fields)  # type: ignore[arg-type]
    assert next_due(ANNA, learner, EGALEO, now) == due


@pytest.mark.parametrize(
    ("offered", "now", "due"),
    [
        (offer(0), at(0), at(1, 9)),  # one reminder the next day
        (offer(4), at(4), at(7, 9)),  # after the weekend when that was a Friday
        (offer(1, 1), at(1), at(7, 9)),  # then weekly
        (offer(7, 2), at(7), at(14, 9)),
        (offer(14, 3), at(14), at(21, 9)),
        (offer(21, 4), at(21), None),  # then silence
        (offer(0), at(9), at(10, 9)),  # what is overdue comes at the next lesson instant
    ],
)
def test_an_open_lesson_is_reminded_of_ever_more_rarely(
    offered: Offer, now: datetime, due: datetime | None
) -> None:
    learner = replace(LEARNER, offer=offered)
    assert next_due(ANNA, learner, EGALEO, now) == due
    assert is_silent(learner) is (due is None)


def test_a_reminder_waits_for_the_end_of_a_pause() -> None:
    learner = replace(LEARNER, offer=offer(0), pauses=(paused(0, 9),))
    assert next_due(ANNA, learner, EGALEO, at(0)) == at(9, 9)


def test_a_new_instant_is_a_new_revision() -> None:
    again = rescheduled(ANNA, replace(LEARNER, revision=7), EGALEO, at(0))
    assert (again.next_due_at, again.revision) == (at(1, 9), 8)
    assert again.next_due_at is not None
    assert again.next_due_at.tzinfo is UTC


@pytest.mark.parametrize(
    ("zone", "day", "midnight"),
    [
        ("Europe/Athens", MONDAY, datetime(2026, 11, 23, 22, tzinfo=UTC)),
        ("Europe/Madrid", MONDAY, datetime(2026, 11, 23, 23, tzinfo=UTC)),
        ("Pacific/Auckland", date(2026, 11, 24), datetime(2026, 11, 24, 11, tzinfo=UTC)),
        ("America/New_York", MONDAY, datetime(2026, 11, 24, 5, tzinfo=UTC)),
    ],
)
def test_a_day_is_the_persons_own(zone: str, day: date, midnight: datetime) -> None:
    somebody = replace(ANNA, zone=zone)
    noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    assert local_day(somebody, noon) == day
    assert end_of_day(somebody, noon) == midnight


def test_after_the_course_a_change_of_settings_moves_no_month() -> None:
    finished = replace(LEARNER, finished_at=BEGUN)
    planned = rescheduled(ANNA, finished, EGALEO, at(0))
    assert planned.next_due_at == at(30, 9)
    later = replace(planned, lesson_time=time(15))
    assert next_due(ANNA, later, EGALEO, at(20)) == at(30, 15)
    fewer = replace(planned, weekdays=frozenset({3}))
    assert next_due(ANNA, fewer, EGALEO, at(20)) == at(31, 9)
