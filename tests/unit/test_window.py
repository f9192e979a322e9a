"""When somebody may be written to: their hour, across daylight saving, holidays and pauses."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.account.model import (
    EVERY_DAY,
    WORKING_DAYS,
    Enrolment,
    Organisation,
    Pause,
    PauseScope,
    Person,
)
from learning.rhythm.window import Window, public_holidays, window_of

ATHENS, MADRID, CANARY = "Europe/Athens", "Europe/Madrid", "Atlantic/Canary"
EGALEO = Organisation(1, "Egaleo", "gr", ATHENS, "el")
LEGANES = Organisation(2, "Leganés", "es", MADRID, "es", region="MD")
MONDAY = date(2026, 11, 23)


def person(zone: str = ATHENS) -> Person:
    return Person(id=1, telegram_id=1, language="en", zone=zone)


def enrolment(at: time = time(9), weekdays: frozenset[int] = WORKING_DAYS) -> Enrolment:
    return Enrolment(person_id=1, lesson_time=at, weekdays=weekdays)


def window(zone: str = ATHENS, at: time = time(9), **fields: object) -> Window:
    plain = Window(ZoneInfo(zone), at, EVERY_DAY, opens=time(0), closes=time(23, 59))
    return replace(plain, **fields)  # type: ignore[arg-type]


def pause(since: date, until: date | None) -> Pause:
    return Pause(PauseScope.LESSONS, since, until)


def local(zone: str, day: date, hour: int, minute: int = 0, fold: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, fold=fold, tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc"),
    [
        # clocks go forward: Athens 3:00 → 4:00, Madrid 2:00 → 3:00, both at 1:00 UTC
        (ATHENS, date(2027, 3, 28), time(2, 30), time(0, 30)),
        (ATHENS, date(2027, 3, 28), time(3, 30), time(1, 30)),  # skipped: half an hour after
        (ATHENS, date(2027, 3, 28), time(4, 30), time(1, 30)),
        (ATHENS, date(2027, 3, 28), time(9), time(6)),
        (ATHENS, date(2027, 3, 27), time(9), time(7)),
        (MADRID, date(2027, 3, 28), time(2, 30), time(1, 30)),
        (MADRID, date(2027, 3, 28), time(9), time(7)),
        (MADRID, date(2027, 3, 27), time(9), time(8)),
        # clocks go back: Athens 4:00 → 3:00, Madrid 3:00 → 2:00, both at 1:00 UTC
        (ATHENS, date(2026, 10, 25), time(3, 30), time(0, 30)),  # twice: the first one
        (ATHENS, date(2026, 10, 25), time(9), time(7)),
        (ATHENS, date(2026, 10, 24), time(9), time(6)),
        (MADRID, date(2026, 10, 25), time(2, 30), time(0, 30)),
        (MADRID, date(2026, 10, 25), time(9), time(8)),
        (MADRID, date(2026, 10, 24), time(9), time(7)),
    ],
)
def test_a_local_hour_becomes_an_instant(zone: str, day: date, at: time, utc: time) -> None:
    assert window(zone, at).instant(day) == datetime.combine(day, utc, UTC)


@pytest.mark.parametrize("zone", [ATHENS, MADRID])
@pytest.mark.parametrize("last_sunday", [date(2027, 3, 28), date(2026, 10, 25)])
@given(at=st.times())
def test_a_day_of_changed_clocks_has_one_instant(zone: str, last_sunday: date, at: time) -> None:
    it = window(zone, at)
    instants = [datetime.combine(last_sunday - timedelta(days=2), time(0), UTC)]
    for _ in range(5):
        following = it.next_instant(instants[-1])
        assert following is not None
        instants.append(following)
    days = [it.local_day(instant) for instant in instants[1:]]
    assert len(set(days)) == len(days)
    assert last_sunday in days


@pytest.mark.parametrize(
    ("day", "is_off"),
    [
        (date(2026, 10, 28), True),  # Ohi
        (date(2027, 3, 15), True),  # Clean Monday moves with Easter
        (date(2027, 5, 3), True),  # and so does Easter Monday
        (date(2026, 11, 23), False),
        (date(2026, 11, 28), True),  # a Saturday
        (date(2026, 11, 17), True),  # a day off of the municipality's own
    ],
)
def test_holidays_weekends_and_own_days_off_bring_no_lesson(day: date, is_off: bool) -> None:
    egaleo = replace(EGALEO, own_days_off=frozenset({date(2026, 11, 17)}))
    assert window_of(person(), enrolment(), egaleo).is_day_off(day) is is_off


@pytest.mark.parametrize(
    ("region", "day", "is_off"),
    [
        ("MD", date(2029, 5, 2), True),  # the Community of Madrid
        (None, date(2029, 5, 2), False),
        ("CT", date(2029, 5, 2), False),
        ("MD", date(2026, 12, 8), True),  # all of Spain
        ("CT", date(2026, 12, 8), True),
        ("no-such-region", date(2026, 12, 8), True),
    ],
)
def test_a_region_has_holidays_of_its_own(region: str | None, day: date, is_off: bool) -> None:
    leganes = replace(LEGANES, region=region)
    assert window_of(person(MADRID), enrolment(), leganes).is_day_off(day) is is_off


def test_an_unknown_country_has_no_holidays() -> None:
    assert public_holidays("zz", None, 2026) == frozenset()


def test_who_learns_without_an_organisation_has_no_holidays() -> None:
    assert not window_of(person(), enrolment(), None).is_day_off(date(2026, 10, 28))


@pytest.mark.parametrize(
    ("wish", "comes"),
    [
        (time(5, 30), time(7)),
        (time(7), time(7)),
        (time(13, 45), time(13, 45)),
        (time(20), time(20)),
        (time(23, 59), time(20)),
    ],
)
def test_the_organisation_bounds_the_hour(wish: time, comes: time) -> None:
    assert window_of(person(), enrolment(wish), EGALEO).at == comes


@pytest.mark.parametrize(("wish", "comes"), [(time(3), time(7)), (time(22), time(21))])
def test_the_public_course_has_hours_too(wish: time, comes: time) -> None:
    assert window_of(person(), enrolment(wish), None).at == comes


@pytest.mark.parametrize(
    ("own", "allowed", "comes"),
    [
        ({0, 1, 2, 3, 4, 5, 6}, {0, 2}, {0, 2}),
        ({0, 5}, {0, 1}, {0}),
        ({5, 6}, {0, 1}, {0, 1}),  # nothing in common: lessons do not stop for that
    ],
)
def test_the_organisation_bounds_the_days(
    own: set[int], allowed: set[int], comes: set[int]
) -> None:
    organisation = replace(EGALEO, weekdays=frozenset(allowed))
    it = window_of(person(), enrolment(weekdays=frozenset(own)), organisation)
    assert it.weekdays == comes


@pytest.mark.parametrize(
    ("hour", "minute", "is_open"),
    [
        (6, 59, False),
        (7, 0, True),
        (12, 0, True),
        (20, 0, True),
        (20, 29, True),  # who chose eight gets it although sending takes a while
        (20, 31, False),
        (23, 0, False),
    ],
)
def test_a_late_lesson_is_sent_within_the_hours(hour: int, minute: int, is_open: bool) -> None:
    it = window_of(person(), enrolment(), EGALEO)
    assert it.is_open(local(ATHENS, MONDAY, hour, minute)) is is_open


@given(seconds=st.integers(0, 60), at=st.times())
def test_whoever_is_due_can_be_written_to_for_a_minute(seconds: int, at: time) -> None:
    it = window_of(person(), enrolment(at), EGALEO)
    instant = it.next_instant(local(ATHENS, MONDAY, 0).astimezone(UTC))
    assert instant is not None
    assert it.is_open(instant + timedelta(seconds=seconds))


def test_a_person_west_of_their_organisation_keeps_their_own_hour() -> None:
    it = window_of(person("Atlantic/Canary"), enrolment(), LEGANES)
    assert it.next_instant(local(CANARY, MONDAY, 0)) == local(CANARY, MONDAY, 9)
    assert it.is_open(local(CANARY, MONDAY, 20))
    assert not it.is_open(local(CANARY, MONDAY, 6, 30)), "half past seven in Madrid"


def test_a_holiday_is_the_persons_own_day() -> None:
    """In New York the 28th of October begins seven hours after Athens."""
    abroad = window_of(person("America/New_York"), enrolment(), EGALEO)
    assert abroad.is_open(local("America/New_York", date(2026, 10, 27), 19))
    assert not abroad.is_open(local("America/New_York", date(2026, 10, 28), 9))


def test_a_new_zone_moves_the_next_instant() -> None:
    noon = local(ATHENS, MONDAY, 12)
    east = window_of(person(ATHENS), enrolment(time(12)), None).next_instant(noon)
    west = window_of(person(MADRID), enrolment(time(12)), None).next_instant(noon)
    assert east == local(ATHENS, MONDAY + timedelta(days=1), 12)
    assert west == local(MADRID, MONDAY, 12)


@pytest.mark.parametrize(
    ("after", "not_before", "instant"),
    [
        (local(ATHENS, MONDAY, 8), None, local(ATHENS, MONDAY, 9)),
        (local(ATHENS, MONDAY, 9), None, local(ATHENS, MONDAY + timedelta(days=1), 9)),
        (local(ATHENS, date(2026, 11, 27), 10), None, local(ATHENS, date(2026, 11, 30), 9)),
        (local(ATHENS, date(2026, 12, 24), 10), None, local(ATHENS, date(2026, 12, 28), 9)),
        (local(ATHENS, MONDAY, 8), date(2026, 11, 26), local(ATHENS, date(2026, 11, 26), 9)),
        (local(ATHENS, MONDAY, 8), date(2020, 1, 1), local(ATHENS, MONDAY, 9)),
    ],
)
def test_the_next_instant_is_later_and_on_a_learning_day(
    after: datetime, not_before: date | None, instant: datetime
) -> None:
    it = window_of(person(), enrolment(), EGALEO)
    assert it.next_instant(after, not_before) == instant


@pytest.mark.parametrize(
    ("since", "until", "instant"),
    [
        (MONDAY, date(2026, 11, 25), date(2026, 11, 25)),
        (MONDAY, date(2026, 11, 28), date(2026, 11, 30)),
        (date(2026, 11, 24), None, MONDAY),
        (MONDAY, None, None),
    ],
)
def test_a_pause_is_stepped_over(since: date, until: date | None, instant: date | None) -> None:
    it = window(weekdays=WORKING_DAYS, pauses=(pause(since, until),))
    found = it.next_instant(local(ATHENS, MONDAY, 8))
    assert (found and it.local_day(found)) == instant


def test_without_weekdays_no_instant_is_in_sight() -> None:
    assert window(weekdays=frozenset()).next_instant(local(ATHENS, MONDAY, 8)) is None
    assert window(weekdays=frozenset()).learning_day_from(local(ATHENS, MONDAY, 8)) is None


def test_what_is_due_on_a_day_off_is_taken_up_on_the_next_learning_day() -> None:
    it = window_of(person(), enrolment(), EGALEO)
    assert it.learning_day_from(local(ATHENS, date(2026, 12, 25), 12)) == date(2026, 12, 28)
    assert it.learning_day_from(local(ATHENS, MONDAY, 23, 59)) == MONDAY


@given(
    minute=st.integers(0, 6 * 365 * 24 * 60),
    zone=st.sampled_from([ATHENS, MADRID, CANARY, "America/Santiago", "Pacific/Auckland", "UTC"]),
    at=st.times(),
    weekdays=st.frozensets(st.integers(0, 6), min_size=1),
)
def test_a_instant_is_the_first_one_after(
    minute: int, zone: str, at: time, weekdays: frozenset[int]
) -> None:
    after = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    it = window(zone, at, weekdays=weekdays, country="gr")
    instant = it.next_instant(after)
    assert instant is not None
    assert instant > after
    assert it.is_learning_day(instant.astimezone(it.zone).date())
    days = (instant.date() - after.date()).days + 2
    earlier = (it.local_day(after) + timedelta(days=ahead) for ahead in range(-1, days))
    assert not [
        day for day in earlier if it.is_learning_day(day) and after < it.instant(day) < instant
    ]
