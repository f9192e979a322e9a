"""Times, markup and the smaller promises of single screens."""

from datetime import UTC, date, datetime, time

import pytest

from bot.locales.catalogues import languages
from bot.screens import failures, menu
from bot.screens.html import Html, escape, marked_up, unmarked
from bot.screens.speech import Speech
from bot.screens.table import word
from bot.screens.times import at_moment, clock, on_day
from bot.screens.view import View
from learning.account.asks import ChooseSetting
from learning.account.outcomes import (
    ChoicesShown,
    DefaultsShown,
    Field,
    SettingChanged,
    SettingsShown,
    Welcomed,
)
from learning.course.words import Words
from learning.inbox import SetAside
from learning.lessons.asks import BeginCourse
from learning.lessons.outcomes import AlreadyMoved, CardShown, LessonClosed
from learning.progress.outcomes import ModuleProgress, ProgressShown, SubunitProgress
from learning.pushes.outcomes import LessonOffered
from learning.talk.outcomes import NotUnderstood
from learning.talk.turns import Slot
from tests.curricula import small
from tests.outcomes import NEW, NOW, SETTINGS, TOMORROW


def view(language: str = "en", now: datetime = NOW) -> View:
    return View(language, "Europe/Athens", now, small())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**bold** and *italic*", "<b>bold</b> and <i>italic</i>"),
        ("- one\n- two", "• one\n• two"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("**a *b* c**", "<b>a <i>b</i> c</b>"),
        ("<b>no</b>", "&lt;b&gt;no&lt;/b&gt;"),
    ],
)
def test_course_text_is_escaped_and_marked_up(text: str, html: str) -> None:
    assert marked_up(text) == html


def test_a_button_shows_no_markup() -> None:
    assert unmarked("**bold** and *italic*") == "bold and italic"


def test_values_are_escaped_once() -> None:
    assert view().say("Course text: {licence}.", licence="<b>") == "Course text: &lt;b&gt;."
    assert escape(Html("<b>x</b>")) == "<b>x</b>"


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("en", date(2026, 11, 23), "today"),
        ("en", date(2026, 11, 24), "tomorrow"),
        ("en", date(2026, 11, 30), "on Monday 30 November"),
        ("el", date(2026, 11, 24), "αύριο"),
        ("el", date(2026, 11, 30), "τη Δευτέρα 30 Νοεμβρίου"),
        ("el", date(2026, 12, 5), "το Σάββατο 5 Δεκεμβρίου"),
        ("es", date(2026, 11, 25), "el miércoles 25 de noviembre"),
    ],
)
def test_days_are_said_as_people_say_them(language: str, day: date, said: str) -> None:
    assert on_day(view(language), day) == said


@pytest.mark.parametrize(
    ("language", "instant", "said"),
    [
        ("en", datetime(2026, 11, 23, 9, 5, tzinfo=UTC), "today at 11:05"),
        ("en", datetime(2026, 11, 23, 22, 30, tzinfo=UTC), "tomorrow at 00:30"),
        ("el", TOMORROW, "αύριο στις 09:10"),
        ("es", datetime(2026, 11, 27, 7, 10, tzinfo=UTC), "el viernes 27 de noviembre a las 9:10"),
    ],
)
def test_moments_are_said_in_the_readers_zone(language: str, instant: datetime, said: str) -> None:
    assert at_moment(view(language), instant) == said


def test_an_hour_is_written_by_24() -> None:
    assert clock(Speech("en"), time(17, 30)) == "17:30"


@pytest.mark.parametrize(
    ("hour", "greeting"), [(7, "Good morning!"), (12, "Good afternoon!"), (17, "Good evening!")]
)
def test_a_push_greets_by_the_readers_own_hour(hour: int, greeting: str) -> None:
    now = NOW.replace(hour=hour)  # Athens is two hours ahead
    assert word(LessonOffered("first-words", 0), view(now=now)).html.startswith(greeting)


def test_text_missing_in_a_language_comes_in_the_organisations() -> None:
    words = Words({"en": "Hello", "es": "Hola"})
    reader = View("el", "Europe/Athens", NOW, small(), fallbacks=("es",))
    assert reader.course(words) == "Hola"


@pytest.mark.parametrize("language", languages())
def test_the_first_screen_offers_every_other_language_by_its_own_name(language: str) -> None:
    screen = word(Welcomed(None, None), view(language))
    offered = [button.label for row in screen.rows[1:] for button in row]
    names = {"en": "English", "el": "Ελληνικά", "es": "Español"}
    assert set(offered) == set(names.values()) - {names[language]}


def test_the_defaults_have_two_buttons() -> None:
    screen = word(DefaultsShown(NEW), view())
    assert [button.label for row in screen.rows for button in row] == ["Start", "Change"]
    assert screen.rows[0][0].ask == BeginCourse()


def test_hours_go_by_halves_between_opening_and_closing() -> None:
    screen = word(ChoicesShown(Field.HOUR, SETTINGS), view())
    values = [
        button.ask.value
        for row in screen.rows
        for button in row
        if isinstance(button.ask, ChooseSetting)
    ]
    assert values[:3] == ["0700", "0730", "0800"]
    assert values[-1] == "2000"
    assert values[4:7] == ["0900", "0910", "0930"], "the hour as it is, spread by learner"
    assert len(values) == 28
    ticked = [b.label for row in screen.rows for b in row if b.label.startswith("✓")]
    assert len(ticked) == 1
    assert clock(view(), SETTINGS.lesson_time) in ticked[0]


def test_only_allowed_weekdays_are_offered_and_chosen_ones_ticked() -> None:
    screen = word(ChoicesShown(Field.WEEKDAYS, SETTINGS), view("es"))
    labels = [button.label for row in screen.rows[:-1] for button in row]
    assert labels == ["✓ Lunes", "✓ Martes", "✓ Miércoles", "✓ Jueves", "Viernes"]


def test_a_changed_language_before_the_start_shows_the_notice_anew() -> None:
    screen = word(SettingChanged(Field.LANGUAGE, NEW), view("el"))
    assert "Τα δεδομένα σας" in screen.html
    assert screen.toast == "Αποθηκεύτηκε."


def test_a_changed_weekday_leaves_the_days_open() -> None:
    changed = word(SettingChanged(Field.WEEKDAYS, SETTINGS), view())
    assert changed.rows == word(ChoicesShown(Field.WEEKDAYS, SETTINGS), view()).rows


def test_another_changed_setting_leads_back_to_the_overview() -> None:
    changed = word(SettingChanged(Field.HOUR, SETTINGS), view())
    assert changed.html == word(SettingsShown(SETTINGS), view()).html


def test_a_late_tap_shows_what_is_the_case_with_a_toast() -> None:
    card = CardShown(7, 3, "first-words", "first-words.c1", 1, 3, back=False)
    moved = word(AlreadyMoved(card), view())
    assert moved.html == word(card, view()).html
    assert moved.toast


def test_an_expired_source_says_that_it_may_have_changed() -> None:
    card = CardShown(7, 3, "first-words", "first-words.c1", 1, 3, back=False)
    html = word(card, view()).html
    assert "Art. 3</a> (checked on 21 November 2026)" in html
    assert "Circular 12 &lt;draft&gt; (checked on 21 November 2026, may have changed)" in html


def test_the_end_of_a_lesson_praises_only_what_is_true() -> None:
    closed = LessonClosed(7, 3, "first-words", 0, 2, None, False, None)
    assert "right" not in word(closed, view()).html


def test_a_long_course_still_fits_the_caption() -> None:
    subunits = tuple(SubunitProgress("words" * 9, 2, 4, False) for _ in range(18))
    shown = ProgressShown((ModuleProgress("m1", subunits),), 3, 2, 7, 0.5, 0, None, False)
    screen = word(shown, view("el"))
    assert len(screen.html) <= 1024
    assert "36 από 72 μαθήματα" in screen.html


@pytest.mark.parametrize("language", languages())
def test_the_profile_fits_telegrams_limits(language: str) -> None:
    speech = Speech(language)
    assert len(menu.bot_name(speech)) <= 64
    assert len(menu.bot_description(speech)) <= 512
    assert len(menu.bot_short_description(speech)) <= 120
    assert all(len(description) <= 256 for _, description in menu.commands(speech))


@pytest.mark.parametrize("language", languages())
def test_failures_are_worded_with_a_language_alone(language: str) -> None:
    speech = Speech(language)
    assert "e-42" in failures.apology_screen(SetAside("e-42"), speech).html


@pytest.mark.parametrize(
    ("told", "language", "shown"),
    [
        ("0830 0123", "en", "08:30 · Monday–Thursday"),
        ("0830", "es", "8:30"),
        (" 04", "el", "Δευτέρα και Παρασκευή"),
        ("2026-12-03", "es", "Hasta el 3 de diciembre de 2026"),
    ],
)
def test_what_waits_for_a_yes_is_told_again(told: str, language: str, shown: str) -> None:
    missed = NotUnderstood((), 1, Slot.CONFIRMED, told)
    assert f"<b>{shown}</b>" in word(missed, view(language)).html
