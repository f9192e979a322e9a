"""What a talk comes to: values, never words, and the asks that follow."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from dialogue.intents import anew, deed_of, question_of
from dialogue.talks import leaves, settled
from dialogue.understanding import FilledTalk, Understanding
from learning.account.asks import (
    ChangeTime,
    ChooseSetting,
    OfferPauseEnd,
    OfferSnooze,
    PauseUntil,
    ShowChoices,
    Snooze,
)
from learning.account.model import PauseScope
from learning.account.outcomes import Field
from learning.talk.turns import OpenTalk, Slot, Talk

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)  # a Wednesday
WORKDAYS = frozenset(range(5))


def _open(talk: Talk, slot: Slot, words: str, needs: Slot = Slot.CONFIRMED) -> Understanding:
    return Understanding("any", 1.0, talk=OpenTalk(talk, needs, {slot: words}))


def _filled(talk: Talk, slot: Slot, words: str) -> Understanding:
    return Understanding("any", 1.0, filled=FilledTalk(talk, {slot: words}, True))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half past eight, but not on Fridays", "0830 0123"),
        ("at 9", "0900"),
        ("only on mondays", " 0"),
    ],
)
def test_hour_and_days_are_kept_as_values(text: str, value: str) -> None:
    said = settled(_open(Talk.CHANGE_TIME, Slot.WHEN, text), text, "en", NOON, WORKDAYS)
    assert said.talk == OpenTalk(Talk.CHANGE_TIME, Slot.CONFIRMED, {Slot.WHEN: value})


def test_a_value_of_an_earlier_turn_stays_as_it_is() -> None:
    said = settled(_open(Talk.CHANGE_TIME, Slot.WHEN, "0830 0123"), "yes", "en", NOON, WORKDAYS)
    assert said.talk is not None
    assert said.talk.slots == {Slot.WHEN: "0830 0123"}


def test_what_cannot_be_read_is_asked_for_again() -> None:
    said = settled(_open(Talk.CHANGE_TIME, Slot.WHEN, "sometime"), "sometime", "en", NOON, WORKDAYS)
    assert said.talk == OpenTalk(Talk.CHANGE_TIME, Slot.WHEN)


def test_a_filled_talk_that_cannot_be_read_is_open_again() -> None:
    said = settled(_filled(Talk.SNOOZE, Slot.DELAY, "a bit"), "a bit", "en", NOON, WORKDAYS)
    assert said.filled is None
    assert said.talk == OpenTalk(Talk.SNOOZE, Slot.DELAY)


@pytest.mark.parametrize(
    ("talk", "slot", "text", "language", "value"),
    [
        (Talk.PAUSE, Slot.UNTIL, "μέχρι τις 3", "el", "2026-12-03"),
        (Talk.PAUSE, Slot.UNTIL, "dos semanas", "es", "2026-12-09"),
        (Talk.SNOOZE, Slot.DELAY, "in two hours", "en", "120"),
        (Talk.SNOOZE, Slot.DELAY, "at 5", "en", "300"),
        (Talk.LANGUAGE, Slot.LANGUAGE, "ελληνικά", "el", "el"),
        (Talk.LANGUAGE, Slot.LANGUAGE, "not english, greek", "en", "el"),
        (Talk.LANGUAGE, Slot.LANGUAGE, "not english", "en", None),
    ],
)
def test_each_slot_is_read_in_its_own_way(
    talk: Talk, slot: Slot, text: str, language: str, value: str | None
) -> None:
    said = settled(_filled(talk, slot, text), text, language, NOON, WORKDAYS)
    assert (said.filled.slots[slot] if said.filled else None) == value


def test_a_snooze_until_an_hour_that_is_over_is_asked_again() -> None:
    said = settled(_filled(Talk.SNOOZE, Slot.DELAY, "at 9"), "at 9", "en", NOON, WORKDAYS)
    assert said.filled is None


DEEDS: list[tuple[Talk, Slot, str, Any]] = [
    (Talk.CHANGE_TIME, Slot.WHEN, "0830", ChangeTime(time(8, 30), None)),
    (Talk.CHANGE_TIME, Slot.WHEN, "0830 56", ChangeTime(time(8, 30), frozenset({5, 6}))),
    (Talk.CHANGE_TIME, Slot.WHEN, " 0", ChangeTime(None, frozenset({0}))),
    (Talk.PAUSE, Slot.UNTIL, "2026-12-03", PauseUntil(PauseScope.LESSONS, date(2026, 12, 3))),
    (Talk.SNOOZE, Slot.DELAY, "120", Snooze(120)),
    (Talk.LANGUAGE, Slot.LANGUAGE, "es", ChooseSetting(Field.LANGUAGE, "es")),
]


@pytest.mark.parametrize(("talk", "slot", "value", "ask"), DEEDS)
def test_a_filled_talk_is_asked_of_the_core(talk: Talk, slot: Slot, value: str, ask: Any) -> None:
    assert deed_of(talk, {slot: value}) == ask


@pytest.mark.parametrize("talk", Talk)
def test_every_talk_can_be_answered_by_buttons_too(talk: Talk) -> None:
    assert isinstance(question_of(anew(talk)), ShowChoices | OfferPauseEnd | OfferSnooze)


@pytest.mark.parametrize(
    ("text", "language", "out"),
    [
        ("stop", "en", True),
        (" STOP! ", "en", True),
        ("σταμάτα", "el", True),
        ("stamata", "el", True),
        ("basta", "es", True),
        ("stop at 9", "en", False),
        ("no", "en", False),
    ],
)
def test_stop_alone_means_out_of_here(text: str, language: str, out: bool) -> None:
    assert leaves(text, language) is out
