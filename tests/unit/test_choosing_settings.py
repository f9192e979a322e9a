"""One setting at a time: what may be chosen, and what follows from it."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.account.asks import ChooseSetting, ShowChoices, ShowDefaults, ShowSettings, Snooze
from learning.account.outcomes import (
    ChoicesShown,
    DefaultsShown,
    Field,
    SettingChanged,
    SettingRefused,
    SettingsShown,
)
from learning.account.settings import is_zone, read_time
from tests.unit.town import EGALEO, Town

BOUND = replace(EGALEO, weekdays=frozenset({0, 1, 2}), opens=time(8), closes=time(16, 30))


@pytest.fixture
def bound(town: Town) -> Town:
    """A learner whose organisation allows 8:00 to 16:30 from Monday to Wednesday."""
    town.arrive(code=town.code(town.organisation(BOUND)))
    return town


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.HOUR, "0700"),
        (Field.HOUR, "2100"),
        (Field.HOUR, "1337"),
        (Field.WEEKDAYS, "6"),
        (Field.WEEKDAYS, "0"),
        (Field.SECTOR, "education"),
        (Field.SECTOR, "any"),
        (Field.ZONE, "Atlantic/Canary"),
        (Field.ZONE, "America/Argentina/Buenos_Aires"),
        (Field.ZONE, "America/Port-au-Prince"),
        (Field.ZONE, "UTC"),
        (Field.LANGUAGE, "es"),
    ],
)
def test_a_good_value_is_taken(town: Town, field: Field, value: str) -> None:
    town.arrive()
    assert type(town.ask(ChooseSetting(field, value))) is SettingChanged


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *[(field, "") for field in Field],
        *[(Field.HOUR, value) for value in ("0659", "2101", "0300", "2400", "0960", "9", "٠٩٣٠")],
        *[(Field.WEEKDAYS, value) for value in ("7", "-1", "01", "x", "1.0", "²")],
        (Field.SECTOR, "astrology"),
        *[(Field.ZONE, value) for value in ("Mars/Olympus", "../etc/passwd", "Europe", "Athens")],
        *[(Field.ZONE, value) for value in ("localtime", "posixrules", "right/Europe/Athens")],
        *[(Field.ZONE, value) for value in ("Europe/", "/Europe/Athens", "Europe/Athens/", "EST")],
        *[(Field.LANGUAGE, value) for value in ("de", "EN", "el-GR")],
    ],
)
def test_a_bad_value_changes_nothing(town: Town, field: Field, value: str) -> None:
    town.arrive()
    before = vars(town.state)
    outcome = town.ask(ChooseSetting(field, value))
    assert type(outcome) is SettingRefused
    assert outcome.field is field
    assert vars(town.state) == before


@given(field=st.sampled_from(Field), value=st.text(max_size=40))
def test_any_value_is_taken_or_refused(field: Field, value: str) -> None:
    town = Town()
    town.begin()
    town.ask(ChooseSetting(field, value))
    assert is_zone(town.person().zone)
    assert town.enrolment().weekdays
    assert town.enrolment().next_due_at is not None


@pytest.mark.parametrize(
    ("value", "taken"), [("0759", False), ("0800", True), ("1630", True), ("1631", False)]
)
def test_the_organisation_bounds_the_hour(bound: Town, value: str, taken: bool) -> None:
    outcome = bound.ask(ChooseSetting(Field.HOUR, value))
    assert type(outcome) is (SettingChanged if taken else SettingRefused)
    assert (outcome.settings.opens, outcome.settings.closes) == (time(8), time(16, 30))


def test_the_organisation_bounds_the_days_and_one_stays(bound: Town) -> None:
    def toggled(day: int) -> set[int] | None:
        outcome = bound.ask(ChooseSetting(Field.WEEKDAYS, str(day)))
        assert outcome.settings.allowed == {0, 1, 2}
        return set(outcome.settings.weekdays) if isinstance(outcome, SettingChanged) else None

    assert toggled(1) == {0, 2}
    assert toggled(3) is None
    assert toggled(0) == {2}
    assert toggled(2) is None
    assert toggled(0) == {0, 2}


def test_days_that_are_no_longer_allowed_are_shown_as_they_come(bound: Town) -> None:
    bound.arrange(weekdays=frozenset({5, 6}))
    shown = bound.ask(ShowChoices(Field.WEEKDAYS))
    assert shown.settings.weekdays == {0, 1, 2}
    changed = bound.ask(ChooseSetting(Field.WEEKDAYS, "0"))
    assert changed.settings.weekdays == {1, 2}


def test_before_start_the_settings_are_the_defaults(town: Town) -> None:
    town.arrive()
    assert type(town.ask(ShowSettings())) is DefaultsShown
    assert type(town.ask(ShowDefaults())) is DefaultsShown
    assert town.ask(ChooseSetting(Field.HOUR, "1200")).settings.next_at is None
    town.begin()
    assert type(town.ask(ShowSettings())) is SettingsShown
    assert type(town.ask(ShowDefaults())) is SettingsShown


@pytest.mark.parametrize("field", Field)
def test_choices_are_shown_with_what_is_chosen(town: Town, field: Field) -> None:
    town.begin()
    shown = town.ask(ShowChoices(field))
    assert shown == ChoicesShown(field, town.ask(ShowSettings()).settings)


@pytest.mark.parametrize(
    ("field", "value", "due"),
    [
        (Field.HOUR, "1200", datetime(2026, 11, 24, 10, 0, tzinfo=UTC)),
        (Field.ZONE, "Europe/Madrid", datetime(2026, 11, 24, 8, 0, tzinfo=UTC)),
        (Field.WEEKDAYS, "1", datetime(2026, 11, 25, 7, 0, tzinfo=UTC)),
    ],
)
def test_the_clock_follows_hour_days_and_zone(
    town: Town, field: Field, value: str, due: datetime
) -> None:
    town.begin()
    assert town.ask(ChooseSetting(field, value)).settings.next_at == due
    assert town.enrolment().next_due_at == due


@pytest.mark.parametrize(("field", "value"), [(Field.LANGUAGE, "el"), (Field.SECTOR, "education")])
def test_a_snooze_outlasts_other_settings(town: Town, field: Field, value: str) -> None:
    town.begin()
    until = town.ask(Snooze(60)).until
    assert town.ask(ChooseSetting(field, value)).settings.next_at == until


def test_the_sector_can_be_left_open_again(town: Town) -> None:
    town.begin()
    assert town.ask(ChooseSetting(Field.SECTOR, "education")).settings.sector == "education"
    assert town.ask(ChooseSetting(Field.SECTOR, "any")).settings.sector is None


@pytest.mark.parametrize(
    ("value", "at"),
    [("0930", time(9, 30)), ("2359", time(23, 59)), ("9:30", None), ("930", None), ("+930", None)],
)
def test_a_time_of_day_is_four_digits(value: str, at: time | None) -> None:
    assert read_time(value) == at
