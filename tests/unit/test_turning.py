"""The clocks of a turn, day by day."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from learning.mentoring.cycle import Step
from learning.mentoring.model import Ending, Party, Seen, Side, TextHead, TextKind, Turn
from learning.mentoring.turning import (
    Signal,
    agreed,
    answered,
    evaluated,
    heard,
    looked_at,
    moved_on,
    rested,
)
from tests.circles import CIRCLE

MONDAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
Said = list[tuple[int, Signal, Side]]


def _never(day: date) -> bool:
    return False


def _begun() -> Turn:
    return Turn(
        id=1,
        mentor=Party(1, 7, waits_since=MONDAY),
        mentee=Party(2, 7, waits_since=MONDAY),
        language="en",
        definition="h",
        begun_at=NOW,
    )


def _running() -> Turn:
    return agreed(_begun(), 4, CIRCLE, MONDAY)


def _lived(turn: Turn, days: int, stopped: Callable[[date], bool] = _never) -> tuple[Turn, Said]:
    """After so many days in which nobody did anything: what was said on which day."""
    said: Said = []
    for ahead in range(1, days + 1):
        today = MONDAY + timedelta(days=ahead)
        now = datetime.combine(today, datetime.min.time(), UTC)
        turn, signs = looked_at(turn, CIRCLE, now, today, dict.fromkeys(Side, stopped))
        said += [(ahead, sign.signal, sign.side) for sign in signs]
    return turn, said


def test_both_are_asked_at_the_agreed_interval_and_silence_takes_its_course() -> None:
    turn, said = _lived(answered(_running(), Side.MENTEE), 28 + 85)
    check_ins = [(day, side) for day, signal, side in said if signal is Signal.CHECK_IN]
    assert check_ins == [(day, side) for day in (28, 56, 84) for side in Side] + [
        (112, side) for side in Side
    ]
    mentee = [(day, signal) for day, signal, side in said if side is Side.MENTEE]
    assert (35, Signal.REMINDER) in mentee
    assert (42, Signal.SILENT) in mentee
    assert (70, Signal.OFFER) in mentee
    assert (112, Signal.OVER) in mentee
    assert turn.ending is Ending.SILENCE


def test_who_answers_is_not_reminded() -> None:
    turn, _ = _lived(_running(), 28)
    _, said = _lived_on(answered(answered(turn, Side.MENTOR), Side.MENTEE), 28, 50)
    assert said == []


def test_an_agreement_that_nobody_makes_ends_quietly() -> None:
    turn, said = _lived(_begun(), 84)
    assert [(day, signal) for day, signal, side in said if side is Side.MENTOR] == [
        (7, Signal.REMINDER),
        (14, Signal.SILENT),
        (42, Signal.OFFER),
        (42, Signal.OFFER),
        (84, Signal.OVER),
    ]
    assert turn.ending is Ending.SILENCE


def test_a_message_begins_the_silence_anew() -> None:
    turn, _ = _lived(_begun(), 10)
    turn = heard(turn, Side.MENTEE, MONDAY + timedelta(days=10))
    _, said = _lived_on(turn, 10, 17)
    assert (14, Signal.SILENT, Side.MENTOR) in said
    assert (17, Signal.REMINDER, Side.MENTEE) in said


def test_pauses_and_holidays_stop_both_clocks() -> None:
    off = {MONDAY + timedelta(days=ahead) for ahead in range(5, 15)}
    _, said = _lived(_begun(), 30, off.__contains__)
    mentor = [(day, signal) for day, signal, side in said if side is Side.MENTOR]
    assert mentor == [(17, Signal.REMINDER), (24, Signal.SILENT)]


def test_a_rest_of_the_pair_puts_check_ins_off_until_its_end() -> None:
    until = MONDAY + timedelta(days=40)
    turn = rested(_running(), MONDAY + timedelta(days=20), until)
    _, said = _lived(turn, 47)
    assert said == [
        *((40, Signal.CHECK_IN, side) for side in Side),
        *((47, Signal.REMINDER, side) for side in Side),
    ]


def test_a_rest_lasts_twelve_weeks_at_most() -> None:
    [rest] = rested(_running(), MONDAY, MONDAY + timedelta(days=500)).rests
    assert rest.until == MONDAY + timedelta(weeks=12)


def test_after_an_outage_one_check_in_comes_and_not_each() -> None:
    today = MONDAY + timedelta(weeks=13)
    turn, signs = looked_at(_running(), CIRCLE, NOW, today, dict.fromkeys(Side, _never))
    assert [sign.signal for sign in signs] == [Signal.CHECK_IN] * 2
    assert turn.asked_on == MONDAY + timedelta(weeks=12)
    assert turn.next_on == MONDAY + timedelta(weeks=16)


def test_the_circle_closes_when_both_have_evaluated() -> None:
    turn = moved_on(moved_on(_running(), CIRCLE, MONDAY), CIRCLE, MONDAY)
    assert turn.step is Step.EVALUATION
    turn = evaluated(turn, Side.MENTEE, NOW)
    assert turn.running
    turn = evaluated(turn, Side.MENTOR, NOW)
    assert (turn.ending, turn.step) == (Ending.CIRCLE, Step.CLOSING)


def test_an_evaluation_that_does_not_come_closes_the_circle_all_the_same() -> None:
    turn = moved_on(moved_on(_running(), CIRCLE, MONDAY), CIRCLE, MONDAY)
    turn, said = _lived(evaluated(turn, Side.MENTEE, NOW), 42)
    assert turn.ending is Ending.CIRCLE
    assert [signal for _, signal, side in said if side is Side.MENTOR] == [
        Signal.REMINDER,
        Signal.SILENT,
        Signal.OVER,
    ]


@pytest.mark.parametrize(
    ("seen", "author", "partner", "known"),
    [
        (Seen.ME, True, False, False),
        (Seen.ANSWERED, True, False, True),
        (Seen.PARTNER, True, True, True),
    ],
)
def test_a_text_is_for_whom_it_was_released_to(
    seen: Seen, author: bool, partner: bool, known: bool
) -> None:
    head = TextHead(1, 2, TextKind.SAID, "x", seen, NOW)
    assert (head.is_for(2, _begun()), head.is_for(1, _begun())) == (author, partner)
    assert (head.is_known_to(2, _begun()), head.is_known_to(1, _begun())) == (True, known)
    assert not head.is_for(3, _begun())
    assert not head.is_known_to(3, _begun())


def _lived_on(turn: Turn, since: int, until: int) -> tuple[Turn, Said]:
    said: Said = []
    for ahead in range(since + 1, until + 1):
        today = MONDAY + timedelta(days=ahead)
        turn, signs = looked_at(turn, CIRCLE, NOW, today, dict.fromkeys(Side, _never))
        said += [(ahead, sign.signal, sign.side) for sign in signs]
    return turn, said
