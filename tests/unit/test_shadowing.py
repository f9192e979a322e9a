"""A day of job shadowing: how it is planned, what it brings and when, and how it is worded."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.locales.catalogues import languages
from bot.screens import mentoring, shadowing, shadowing_notes, shadowing_told
from learning.mentoring import outcomes as turn_outcomes
from learning.mentoring.model import Seen, Side
from learning.mentoring.reading import TurnRead
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import (
    DEBRIEF,
    DayState,
    Plan,
    ShadowingDay,
    Slot,
    accepted,
    begun,
    called_off,
    kept,
    proposed,
    slots_offered,
    spans,
    with_plan,
    with_slot,
    with_tick,
    without_draft,
)
from learning.mentoring.shadowing.note import Note, answered, may_write, question_of, questions
from learning.mentoring.shadowing.planned import prompts, reminder_to_try
from learning.pushes.model import PushKind
from learning.rhythm.window import Window
from tests.circles import CIRCLE
from tests.outcomes_of_mentoring import ID, ME, NOW, TURN
from tests.outcomes_of_shadowing import DAY, PLAN, SLOTS, agreed_on, days
from tests.unit.test_screens_every_outcome import check_buttons, check_text, view

PART = CIRCLE.shadowing
assert PART is not None
ATHENS = ZoneInfo("Europe/Athens")
HOURS = Window(ATHENS, time(9), frozenset(range(5)), time(8), time(16))
NEW = ShadowingDay(1, 1, 1, 8, 7, NOW, Side.MENTEE)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("read", list(days()))
def test_a_day_is_worded_at_every_place_within_the_limits(read: TurnRead, language: str) -> None:
    here = view(language)
    for screen in (
        shadowing.shadowing_screen(o.ShadowingShown(ID, ME), read, here),
        shadowing_told.day_news_screen(o.DayNews(ID, ME), read, here),
        shadowing_told.told_screen(o.DayTold(ID, ME), read, here),
        shadowing_notes.note_screen(o.NoteShown(ID, ME, ID), read, here),
        mentoring.turn_screen(turn_outcomes.TurnShown(ID, ME), read, here),
    ):
        check_text(screen)
        check_buttons(screen)


def test_hours_are_cut_into_slots_and_a_short_rest_is_left_out() -> None:
    assert slots_offered(time(8), time(15), 120) == (
        Slot(time(8), time(10)),
        Slot(time(10), time(12)),
        Slot(time(12), time(14)),
        Slot(time(14), time(15)),
    )
    assert slots_offered(time(9), time(11, 30), 120) == (Slot(time(9), time(11)),)


def test_slots_without_a_break_are_said_as_one() -> None:
    assert spans(SLOTS) == (Slot(time(9), time(13)), Slot(time(15), time(17)))


@given(st.lists(st.sampled_from(slots_offered(time(7), time(20), 120))))
def test_no_more_slots_are_taken_than_there_may_be(presses: list[Slot]) -> None:
    day = begun(NEW, Side.MENTEE, "Europe/Athens")
    for slot in presses:
        day = with_slot(day, slot, 3)
    taken = day.draft.slots if day.draft else ()
    assert len(set(taken)) == len(taken) <= 3
    assert list(taken) == sorted(taken, key=lambda slot: slot.starts)


def test_an_agreed_day_holds_until_its_change_is_agreed_or_it_is_called_off() -> None:
    first = accepted(proposed(DAY))
    assert (first.agreed, first.state, first.sequence) == (PLAN, DayState.AGREED, 1)
    moved = with_plan(begun(first, Side.MENTOR, "Europe/Athens"), on=date(2026, 11, 27))
    assert moved.agreed == PLAN
    assert without_draft(moved).agreed == PLAN
    assert (kept(proposed(moved)).agreed, kept(proposed(moved)).sequence) == (PLAN, 1)
    again = accepted(proposed(moved))
    assert again.agreed
    assert (again.agreed.on, again.sequence) == (date(2026, 11, 27), 2)
    assert called_off(again).is_off


def test_what_one_has_only_begun_to_write_the_other_does_not_read() -> None:
    other = begun(DAY, Side.MENTOR, "Europe/Athens")
    assert other.draft == Plan(Side.MENTOR, "Europe/Athens")
    assert begun(proposed(DAY), Side.MENTOR, "Europe/Athens").draft == PLAN


def test_each_side_ticks_all_rules_for_themselves() -> None:
    assert PART is not None
    day = begun(NEW, Side.MENTEE, "Europe/Athens")
    for rule in ("notes", "client", "unknown"):
        day = with_tick(day, Side.MENTEE, rule, PART)
    assert day.has_all_rules(Side.MENTEE, PART)
    assert not day.has_all_rules(Side.MENTOR, PART)
    assert not with_tick(day, Side.MENTEE, "client", PART).has_all_rules(Side.MENTEE, PART)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ATHENS).astimezone(UTC)


def test_an_agreed_day_brings_its_prompts_within_hours() -> None:
    monday = date(2026, 11, 30)
    hours = dict.fromkeys(Side, HOURS)
    brought = prompts(agreed_on(monday), TURN, hours, NOW)
    told = [(push.person_id, push.kind, push.due_at) for push in brought]
    mentor, mentee = TURN.mentor.person_id, TURN.mentee.person_id
    friday = at(date(2026, 11, 27), 13)
    over = at(monday, 17, 30)
    assert told == [
        (mentor, PushKind.SHADOWING_BEFORE, friday),
        (mentor, PushKind.SHADOWING_DEBRIEF, over),
        (mentee, PushKind.SHADOWING_BEFORE, friday),
        (mentee, PushKind.SHADOWING_DEBRIEF, over),
        (mentee, PushKind.SHADOWING_SLOT, at(monday, 11)),
        (mentee, PushKind.SHADOWING_SLOT, at(monday, 13)),
        (mentee, PushKind.SHADOWING_SLOT, at(monday, 17)),
    ]
    assert len({(push.person_id, push.kind, push.occasion) for push in brought}) == len(brought)


@pytest.mark.parametrize(
    ("by_when", "due"),
    [
        (date(2026, 12, 3), at(date(2026, 12, 3), 8)),
        (date(2026, 12, 6), at(date(2026, 12, 4), 8)),  # a Sunday: on the Friday before
    ],
)
def test_what_one_wanted_to_try_is_remembered_on_the_last_working_day(
    by_when: date, due: datetime
) -> None:
    push = reminder_to_try(Note(4, 1, 1, ME, DEBRIEF), by_when, HOURS)
    assert (push.person_id, push.occasion, push.due_at) == (ME, "4", due)


def test_a_day_agreed_late_is_prepared_at_once() -> None:
    tomorrow = date(2026, 11, 24)
    late = at(date(2026, 11, 23), 15)
    brought = prompts(agreed_on(tomorrow), TURN, dict.fromkeys(Side, HOURS), late)
    assert all(push.due_at >= late for push in brought)


def test_slots_are_those_of_the_host_s_place_also_when_clocks_change() -> None:
    sunday = replace(PLAN, on=date(2027, 3, 28), zone="Europe/Madrid")
    assert sunday.begins == datetime(2027, 3, 28, 7, tzinfo=UTC)
    assert replace(sunday, on=date(2027, 3, 27)).begins == datetime(2027, 3, 27, 8, tzinfo=UTC)


@pytest.mark.parametrize("side", list(Side))
def test_the_guest_writes_from_a_slot_s_beginning_both_from_the_last_one_s(side: Side) -> None:
    day, on = agreed_on(date(2026, 11, 26)), date(2026, 11, 26)
    guest = side is Side.MENTEE
    assert not may_write(day, "0", side, at(on, 8, 59))
    assert may_write(day, "0", side, at(on, 9)) is guest
    assert not may_write(day, "1", side, at(on, 10))
    assert not may_write(day, DEBRIEF, side, at(on, 14))
    assert may_write(day, DEBRIEF, side, at(on, 15))
    for part in ("3", "-1", "x", ""):
        assert not may_write(day, part, side, at(on, 20))
    assert not may_write(called_off(day), "0", side, at(on, 9))


def test_a_note_ends_with_its_questions_and_what_one_tries_with_a_date() -> None:
    assert PART is not None
    note = Note(1, 1, 1, ME, DEBRIEF, seen=Seen.ME)
    asked = questions(DEBRIEF, Side.MENTEE, PLAN, PART)
    assert [each.id for each in asked] == ["changed", "will-try"]
    assert questions(DEBRIEF, Side.MENTOR, PLAN, PART)[0].id == "watched"
    note = answered(note, asked, written=False, now=NOW)
    tries = answered(note, asked, written=True, now=NOW)
    assert (tries.tries, tries.done_at) == (True, None)
    assert question_of(tries, Side.MENTEE, PLAN, PART) is None
    left_out = answered(note, asked, written=False, now=NOW)
    assert (left_out.tries, left_out.done_at) == (False, NOW)


def test_a_day_that_has_begun_can_be_told_from_one_that_is_past() -> None:
    day, on = agreed_on(date(2026, 11, 26)), date(2026, 11, 26)
    assert not day.has_begun(at(on, 8))
    assert day.has_begun(at(on, 9))
    assert not day.is_past(at(on, 16, 59))
    assert day.is_past(at(on, 17) + timedelta(seconds=1))
