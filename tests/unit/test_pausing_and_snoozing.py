"""Pause, resume and snooze: what is promised is what happens."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from learning.account.asks import OfferPause, OfferPauseEnd, OfferSnooze, Pause, Resume, Snooze
from learning.account.model import Offer, PauseScope
from learning.account.model import Pause as PauseSpan
from learning.account.outcomes import (
    DefaultsShown,
    Paused,
    PauseEndOffered,
    PauseOffered,
    Resumed,
    Snoozed,
    SnoozeOffered,
)
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import LessonOffered, LessonReminded, NotWanted
from tests.unit.town import ATHENS, DAY, EGALEO, MONDAY, Town


def days_of(sent: list[tuple[int, object]]) -> list[int]:
    return [day for day, outcome in sent if not isinstance(outcome, NotWanted)]


@pytest.mark.parametrize("scope", PauseScope)
@pytest.mark.parametrize(
    ("days", "until"),
    [
        (1, date(2026, 11, 24)),
        (7, date(2026, 11, 30)),
        (0, date(2026, 11, 24)),
        (-5, date(2026, 11, 24)),
        (9999, date(2027, 11, 24)),
        (None, None),
    ],
)
def test_a_pause_ends_on_the_day_that_is_promised(
    town: Town, scope: PauseScope, days: int | None, until: date | None
) -> None:
    town.begin()
    assert town.ask(Pause(scope, days)) == Paused(scope, until)
    settings = town.ask(OfferPause()).settings
    assert (settings.paused, settings.paused_until) == (scope, until)
    if until is None:
        assert settings.next_at is None
    else:
        assert settings.next_at == datetime.combine(until, time(9), ATHENS)


def test_during_a_pause_nothing_comes_and_after_it_lessons_come(town: Town) -> None:
    town.finish(town.begin())
    town.ask(Pause(PauseScope.LESSONS, 9))
    assert days_of(town.live(12))[0] == 9


def test_an_open_pause_lasts_until_one_resumes(town: Town) -> None:
    town.finish(town.begin())
    town.ask(Pause(PauseScope.EVERYTHING, None))
    assert town.live(60) == []
    resumed = town.ask(Resume())
    assert resumed == Resumed(True, town.enrolment().next_due_at)
    assert len(days_of(town.live(4))) > 0


def test_after_a_short_pause_a_lesson_left_open_is_spoken_of_on_the_day_that_was_told(
    town: Town,
) -> None:
    """Also when its weekly reminder would have come later."""
    town.begin()
    town.live(2)
    told = town.ask(Pause(PauseScope.LESSONS, 2)).until
    due = town.enrolment().next_due_at
    assert due is not None
    assert due.astimezone(ATHENS).date() == told


def test_a_lesson_left_open_before_a_pause_is_reminded_of_as_if_it_were_new(town: Town) -> None:
    """A pause of a month must not use up the reminders."""
    town.begin()
    town.ask(Pause(PauseScope.LESSONS, 28))
    assert days_of(town.live(56)) == [28, 35, 42, 49]


def test_a_pause_that_was_resumed_on_the_same_day_leaves_no_trace(town: Town) -> None:
    town.begin()
    town.ask(Pause(PauseScope.LESSONS, None))
    assert town.ask(Resume()).was_paused
    assert town.enrolment().pauses == ()


def test_a_second_pause_ends_the_first(town: Town) -> None:
    town.begin()
    town.ask(Pause(PauseScope.LESSONS, None))
    town.now += 3 * DAY
    until = town.ask(Pause(PauseScope.EVERYTHING, 2)).until
    assert until == (MONDAY + 7 * DAY).date(), "it ends on Saturday, and lessons come on Mondays"
    first, second = town.enrolment().pauses
    assert first.until == second.since == (MONDAY + 3 * DAY).date()


@pytest.mark.parametrize("scope", PauseScope)
def test_a_pause_of_one_friday_says_that_lessons_begin_again_on_monday(
    town: Town, scope: PauseScope
) -> None:
    town.begin()
    town.go_to(4)
    monday = (MONDAY + 7 * DAY).date()
    assert town.ask(Pause(scope, 1)) == Paused(scope, monday)
    assert town.ask(OfferSnooze()) == Paused(scope, monday)
    settings = town.ask(OfferPause()).settings
    assert settings.paused_until == monday
    assert settings.next_at.astimezone(ATHENS).date() == monday
    assert days_of(town.live(4)) == [7]


def test_past_pauses_stay_for_the_streak(town: Town) -> None:
    town.begin()
    town.ask(Pause(PauseScope.LESSONS, 2))
    town.now += 8 * DAY
    assert town.ask(Resume()) == Resumed(False, town.enrolment().next_due_at)
    assert [pause.until for pause in town.enrolment().pauses] == [(MONDAY + 2 * DAY).date()]


def test_resuming_without_a_pause_leaves_a_snooze_alone(town: Town) -> None:
    town.begin()
    until = town.ask(Snooze(60)).until
    assert town.ask(Resume()) == Resumed(False, until)


def test_pausing_is_offered_in_two_steps(town: Town) -> None:
    town.begin()
    assert type(town.ask(OfferPause())) is PauseOffered
    assert town.ask(OfferPauseEnd(PauseScope.LESSONS)) == PauseEndOffered(PauseScope.LESSONS)


@pytest.mark.parametrize(
    ("at", "minutes", "until"),
    [
        (time(9), 30, (0, time(9, 30))),
        (time(9), 0, (0, time(9, 5))),
        (time(9), 9999, (1, time(9))),
        (time(16), 240, (0, time(20))),
        (time(18), 240, (1, time(9))),  # ten at night is outside the hours
        (time(5), 60, (0, time(9))),
        (time(23), 120, (1, time(9))),
    ],
)
def test_a_snooze_promises_an_instant_at_which_lessons_may_come(
    town: Town, at: time, minutes: int, until: tuple[int, time]
) -> None:
    town.arrive(code=town.code(town.organisation(EGALEO)))
    town.begin()
    town.go_to(0, at)
    day, hour = until
    promised = datetime.combine((MONDAY + day * DAY).date(), hour, ATHENS)
    assert town.ask(Snooze(minutes)) == Snoozed(promised)
    town.now = promised
    assert town.wake().learners == 1
    assert not isinstance(town.prepare(), NotWanted)


def test_on_a_day_off_a_snooze_waits_for_the_next_learning_day(town: Town) -> None:
    town.begin()
    town.go_to(5)
    assert town.ask(Snooze(30)).until == MONDAY + 7 * DAY


def test_a_snoozed_lesson_is_offered_again_the_same_day(town: Town) -> None:
    town.finish(town.begin())
    town.go_to(1)
    assert town.wake().learners == 1
    offered = town.prepare()
    assert offered == LessonOffered("all-kinds", 0)
    town.sent()
    until = town.ask(Snooze(120)).until
    town.now = until
    assert town.wake().learners == 1
    assert town.prepare() == offered
    assert len({push.occasion for push in town.ledger()}) == 2


def test_a_snoozed_reminder_is_a_reminder_again_and_counts_once(town: Town) -> None:
    town.begin()
    town.go_to(1)
    town.wake()
    assert town.prepare() == LessonReminded("first-words")
    town.now = town.ask(Snooze(60)).until
    town.wake()
    assert town.prepare() == LessonReminded("first-words")
    assert town.enrolment().offer == Offer("first-words", (MONDAY + DAY).date(), reminders=1)


def test_who_has_learned_today_may_ask_for_another_lesson_later(town: Town) -> None:
    town.finish(town.begin())
    town.now = town.ask(Snooze(60)).until
    town.wake()
    assert town.prepare() == LessonOffered("all-kinds", 0)


@pytest.mark.parametrize("ask", [OfferSnooze(), Snooze(30)])
def test_before_start_and_in_a_pause_there_is_nothing_to_snooze(
    town: Town, ask: OfferSnooze | Snooze
) -> None:
    town.arrive()
    assert type(town.ask(ask)) is DefaultsShown
    assert town.enrolment().next_due_at is None
    town.begin()
    until = town.ask(Pause(PauseScope.LESSONS, 3)).until
    due = town.enrolment().next_due_at
    assert town.ask(ask) == Paused(PauseScope.LESSONS, until)
    assert town.enrolment().next_due_at == due


def test_a_snooze_is_offered(town: Town) -> None:
    town.begin()
    assert town.ask(OfferSnooze()) == SnoozeOffered()


@pytest.mark.parametrize(
    ("since", "until", "covered"),
    [(0, 2, [0, 1]), (0, None, [0, 1, 2, 3]), (1, 1, []), (2, 3, [2])],
)
def test_a_pause_covers_its_days_but_not_its_end(
    since: int, until: int | None, covered: list[int]
) -> None:
    monday = MONDAY.date()
    end = None if until is None else monday + timedelta(days=until)
    pause = PauseSpan(PauseScope.LESSONS, monday + timedelta(days=since), end)
    assert [day for day in range(4) if pause.covers(monday + timedelta(days=day))] == covered


def test_a_pause_after_the_row_was_written_holds_the_push(town: Town) -> None:
    town.finish(town.begin())
    town.go_to(1)
    town.wake()
    town.ask(Pause(PauseScope.LESSONS, 2))
    assert town.prepare() == NotWanted(SkipReason.PAUSED)
    assert town.enrolment().next_due_at == MONDAY + 3 * DAY
    assert replace(town.enrolment(), pauses=()).offer is None
