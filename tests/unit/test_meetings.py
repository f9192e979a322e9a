"""When two people may meet, what becomes of a proposal, and how each stage reads."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.locales.catalogues import languages
from bot.screens import meeting as screens
from bot.screens import meeting_told, meeting_words
from bot.screens.mentoring import turn_screen
from dialogue.values import typed_choice
from learning.account.model import Actor, Enrolment, Membership, Organisation, Person, Role
from learning.account.settings import settings_of
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.asks import AddSlot, ChooseDay
from learning.mentoring.meeting.hours import (
    days_ahead,
    hours_of,
    instant_of,
    is_within,
    window_of_meetings,
)
from learning.mentoring.meeting.model import (
    Meeting,
    called_off,
    left_as_it_was,
    settled,
    stands,
    taken_up,
    with_slot,
)
from learning.mentoring.model import Side
from learning.mentoring.outcomes import TurnShown
from learning.talk.turns import InView, Listening
from tests.outcomes_of_meeting import PLACED, PLANNED, meetings
from tests.outcomes_of_mentoring import ID, ME, NOW, TURN
from tests.unit.test_screens_every_outcome import check_buttons, check_text, view

HERE = Organisation(1, "Egaleo", "gr", "Europe/Athens", "el", opens=time(8), closes=time(16))
FRIDAY = datetime(2027, 3, 26, 8, 0, tzinfo=UTC)  # before the clocks change on Sunday


def somebody(zone: str, language: str = "en") -> Actor:
    person = Person(7, 7, language, zone)
    member = Membership(1, 7, HERE, None, Role.LEARNER, None)
    enrolment = Enrolment(7, time(9), frozenset(range(5)))
    return Actor(7, person, enrolment, member, (member,))


def test_days_and_hours_are_those_of_the_organisation() -> None:
    window = window_of_meetings(somebody("Europe/Athens"))
    days = days_ahead(window, 60, FRIDAY)
    assert days[0] == date(2027, 3, 26)
    assert all(day.weekday() < 5 for day in days)
    assert list(hours_of(window, days[0], 60, FRIDAY)) == [11, 12, 13, 14, 15]
    assert list(hours_of(window, days[1], 120, FRIDAY))[-1] == 14


@pytest.mark.parametrize("zone", ["Europe/Athens", "Europe/Madrid", "Atlantic/Canary"])
def test_ten_is_ten_on_both_sides_of_a_change_of_clocks(zone: str) -> None:
    window = window_of_meetings(somebody(zone))
    for day in (date(2027, 3, 26), date(2027, 3, 29), date(2027, 10, 29), date(2027, 11, 1)):
        start = instant_of(window, day, time(10))
        assert start.astimezone(window.zone).time() == time(10)
        assert is_within(window, start, 60)
    assert not is_within(window, instant_of(window, date(2027, 3, 27), time(10)), 60)
    assert not is_within(window, instant_of(window, date(2027, 3, 26), time(15, 30)), 60)


def test_what_is_settled_holds_until_another_time_is_picked() -> None:
    first, second = NOW + timedelta(days=1), NOW + timedelta(days=2)
    drafted = with_slot(Meeting(1, 1, 2, 3, by=Side.MENTEE), first)
    made = settled(drafted.changed(sent=True), first)
    moving = with_slot(taken_up(made, Side.MENTOR), second).changed(sent=True)
    assert (moving.starts_at, moving.waits_for(Side.MENTEE)) == (first, True)
    assert left_as_it_was(moving).starts_at == first
    moved = settled(moving, second)
    assert (moved.starts_at, moved.sequence - made.sequence) == (second, 1)
    assert moved.occasion != made.occasion
    off = called_off(moved)
    assert off.is_over(NOW)
    assert off.sequence > moved.sequence


def test_an_ended_turn_takes_its_meeting_with_it() -> None:
    assert stands(PLANNED, TURN, NOW)
    assert not stands(PLANNED, replace(TURN, ended_at=NOW), NOW)
    over = replace(PLACED, turn=replace(TURN, ended_at=NOW))
    file = meeting_words.calendar(over, view("en"))
    assert file
    assert file.cancelled
    assert file.sequence > PLANNED.sequence


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("read", meetings(), ids=lambda read: str(read.side))
def test_every_stage_is_worded_within_the_limits(read: object, language: str) -> None:
    seen = view(language)
    every = [
        screens.meeting_screen(o.MeetingShown(ID, ME), read, seen),  # type: ignore[arg-type]
        meeting_told.told_screen(o.MeetingTold(ID, ME), read, seen),  # type: ignore[arg-type]
        turn_screen(TurnShown(ID, ME), read, seen),  # type: ignore[arg-type]
    ]
    for screen in every:
        check_text(screen)
        check_buttons(screen)


SAID = [
    ("en", "Thursday at ten", AddSlot(9, date(2027, 4, 1), time(10))),
    ("en", "today at 3", AddSlot(9, date(2027, 3, 26), time(15))),
    ("el", "την Πέμπτη στις 10", AddSlot(9, date(2027, 4, 1), time(10))),
    ("el", "αύριο στις 9 και μισή", AddSlot(9, date(2027, 3, 27), time(9, 30))),
    ("es", "el jueves a las diez", AddSlot(9, date(2027, 4, 1), time(10))),
    ("es", "4 de abril a las 16:00", AddSlot(9, date(2027, 4, 4), time(16))),
    ("en", "on Monday", ChooseDay(9, date(2027, 3, 29))),
]


@pytest.mark.parametrize(("language", "text", "ask"), SAID)
def test_a_time_can_be_typed(language: str, text: str, ask: object) -> None:
    actor = somebody("Europe/Athens", language)
    listening = Listening(settings_of(actor, FRIDAY), None, None, *[False] * 4)
    local = FRIDAY.astimezone(window_of_meetings(actor).zone)
    in_view = [InView(ChooseDay(9, date(2027, 3, 30)), "")]
    meaning = typed_choice(text, listening, in_view, local)
    assert meaning
    assert meaning.ask == ask


def test_an_hour_alone_is_one_of_the_day_in_view() -> None:
    actor = somebody("Europe/Athens")
    listening = Listening(settings_of(actor, FRIDAY), None, None, *[False] * 4)
    local = FRIDAY.astimezone(window_of_meetings(actor).zone)
    in_view = [InView(AddSlot(9, date(2027, 3, 30), time(9)), "")]
    meaning = typed_choice("half past ten", listening, in_view, local)
    assert meaning
    assert meaning.ask == AddSlot(9, date(2027, 3, 30), time(10, 30))
