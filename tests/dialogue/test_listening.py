"""From a typed text to its meaning, with the understander that the tests choose."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from dialogue.cases import tells_of_client
from dialogue.fake import FakeUnderstander
from dialogue.listening import Listener
from dialogue.meaning import meaning_of
from dialogue.naming import mark
from dialogue.understanding import Understanding
from learning.account.asks import (
    ChangeTime,
    ChooseSetting,
    OfferPauseUntil,
    OfferTime,
    Pause,
    ShowChoices,
    ShowHelp,
    ShowSettings,
    Snooze,
)
from learning.account.model import PauseScope
from learning.account.outcomes import Field
from learning.ask import Ask
from learning.glossary.asks import ExplainTerm
from learning.glossary.model import Term
from learning.lessons.asks import AnswerQuestion, GiveUp, NextLesson, TurnBack, TurnOn
from learning.reviews.model import Confidence
from learning.scenarios.asks import Choose
from learning.talk.asks import LeaveTalk, MakeSmallTalk
from learning.talk.model import SmallTalk
from learning.talk.turns import InView, Listening, Meaning, OpenTalk, Slot, Talk
from tests.curricula import words
from tests.outcomes import SETTINGS

NOON = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)  # a Wednesday, noon in Athens
NAMES: dict[str, Ask[Any]] = {mark("settings"): ShowSettings()}
ASKING_TIME = OpenTalk(Talk.CHANGE_TIME, Slot.WHEN)


def listening(talk: OpenTalk | None = None, **how: bool) -> Listening:
    plain = {"pointed": False, "exact": False, "asked": False, "waiting": False}
    return Listening(SETTINGS, talk, 1 if talk else None, **{**plain, **how})


async def hear(
    text: str,
    situation: Listening | None = None,
    in_view: tuple[InView, ...] = (),
    *,
    down: bool = False,
) -> Meaning:
    fake = FakeUnderstander()
    fake.down = down
    listener = Listener(fake, NAMES, dict)
    return await listener.hear(text, situation or listening(), in_view, NOON)


def view(*asks: Ask[Any]) -> tuple[InView, ...]:
    return tuple(InView(ask, mark(type(ask).__name__)) for ask in asks)


CARD = view(TurnBack(1, 2), TurnOn(1, 2))
SURE = AnswerQuestion(1, 2, Confidence.SURE)
UNSURE = AnswerQuestion(1, 2, Confidence.UNSURE)


@pytest.mark.parametrize(
    ("text", "in_view", "ask"),
    [
        ("turnon", CARD, TurnOn(1, 2)),
        ("Go on!", CARD, TurnOn(1, 2)),
        ("συνεχεια", CARD, TurnOn(1, 2)),
        ("siguiente", CARD, TurnOn(1, 2)),
        ("πίσω", CARD, TurnBack(1, 2)),
        ("I'm sure", view(SURE, UNSURE), SURE),
        ("όχι σίγουρη", view(SURE, UNSURE), UNSURE),
        ("ni idea", view(GiveUp(1, 2)), GiveUp(1, 2)),
        ("2", view(Choose(1, 2, "a"), Choose(1, 2, "b")), Choose(1, 2, "b")),
        ("α", view(Choose(1, 2, "a"), Choose(1, 2, "b")), Choose(1, 2, "a")),
        ("settings", (), ShowSettings()),
    ],
)
async def test_what_is_in_view_can_be_typed_though_nobody_understands(
    text: str, in_view: tuple[InView, ...], ask: Ask[Any]
) -> None:
    meaning = await hear(text, in_view=in_view, down=True)
    assert meaning == Meaning(ask, named=True)


HOURS = view(ChooseSetting(Field.HOUR, "0900"))


@pytest.mark.parametrize(
    ("text", "in_view", "ask"),
    [
        ("half past eight", HOURS, OfferTime(time(8, 30), None)),
        ("στις 9", HOURS, OfferTime(time(9), None)),
        ("two weeks", view(Pause(PauseScope.LESSONS, 1)), OfferPauseUntil(date(2026, 12, 9))),
        ("in two hours", view(Snooze(30)), Snooze(120)),
        (
            "ισπανικά",
            view(ChooseSetting(Field.LANGUAGE, "es")),
            ChooseSetting(Field.LANGUAGE, "es"),
        ),
    ],
)
async def test_a_value_typed_beside_the_buttons_that_offer_some_is_taken(
    text: str, in_view: tuple[InView, ...], ask: Ask[Any]
) -> None:
    assert (await hear(text, in_view=in_view, down=True)).ask == ask


async def test_an_hour_that_cannot_be_is_asked_for_again() -> None:
    meaning = await hear("at 23:00", listening(ASKING_TIME))
    assert meaning.ask == OfferTime(time(23), None)
    assert meaning.talk == ASKING_TIME


async def test_a_talk_goes_on_while_nobody_understands() -> None:
    meaning = await hear("at 8:30", listening(ASKING_TIME), down=True)
    assert meaning.ask == OfferTime(time(8, 30), None)
    assert meaning.turn


async def test_yes_on_a_button_is_pressed_while_nobody_understands() -> None:
    talk = OpenTalk(Talk.CHANGE_TIME, Slot.CONFIRMED, {Slot.WHEN: "0830"})
    change = ChangeTime(time(8, 30), frozenset({0}))
    meaning = await hear("yes", listening(talk), view(change), down=True)
    assert meaning == Meaning(change, named=True)


async def test_what_cannot_be_read_while_nobody_understands_leaves_the_talk_open() -> None:
    meaning = await hear("well", listening(ASKING_TIME), down=True)
    assert (meaning.ask, meaning.talk, meaning.heard) == (None, ASKING_TIME, False)


async def test_yes_at_the_end_of_a_talk_does_it() -> None:
    talk = OpenTalk(Talk.CHANGE_TIME, Slot.CONFIRMED, {Slot.WHEN: "0830 0123"})
    meaning = await hear("yes", listening(talk))
    assert meaning.ask == ChangeTime(time(8, 30), frozenset(range(4)))
    assert meaning.talk is None


@pytest.mark.parametrize(("text", "leaves"), [("stop", True), ("no, at nine", False)])
async def test_a_no_with_another_hour_is_no_refusal(text: str, leaves: bool) -> None:
    meaning = await hear(text, listening(ASKING_TIME))
    assert (meaning.ask == LeaveTalk()) is leaves


async def test_a_text_that_belongs_to_a_prompt_is_given_to_nobody() -> None:
    fake = FakeUnderstander()
    listener = Listener(fake, NAMES, dict)
    for situation in (listening(pointed=True), listening(exact=True), listening(asked=True)):
        assert await listener.hear("next lesson", situation, (), NOON) == Meaning()
    assert fake.heard == []


async def test_a_wish_beats_a_question_that_would_take_any_text() -> None:
    assert (await hear("next lesson please", listening(waiting=True))).ask == NextLesson()
    assert (await hear("hola, yes and no", listening(waiting=True))).guesses


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("my client Amina Yusuf from Syria lost her passport", True),
        ("Fatima Hassan from Aleppo has no papers, what should I do", True),
        ("η κυρία Αΐσα από τη Συρία έχασε τα χαρτιά της σήμερα", True),
        ("mi usuaria Leila de Siria perdió el pasaporte ayer", True),
        ("what does temporary protection mean for a family", False),
        ("I want to change the hour of my lessons to nine", False),
        ("θέλω να αλλάξω την ώρα των μαθημάτων μου σε εννιά", False),
        ("the last question about the interview did not work", False),
        ("no me ha llegado la lección de hoy por la mañana", False),
    ],
)
def test_a_clients_case_is_known_by_a_person_and_their_matter(text: str, case: bool) -> None:
    assert tells_of_client(text) is case


@pytest.mark.parametrize(
    "text", ["please open my settings", "άνοιξε τις ρυθμίσεις μου", "zwni wras", "abre los ajustes"]
)
async def test_an_errand_is_heard_by_its_words_even_without_rasa(text: str) -> None:
    assert (await hear(text, down=True)).ask == ShowSettings()


async def test_in_the_middle_of_a_talk_an_errand_needs_its_name() -> None:
    meaning = await hear("at 9 in my time zone", listening(ASKING_TIME))
    assert meaning.ask == OfferTime(time(9), None)
    assert (await hear("settings", listening(ASKING_TIME))).ask == ShowSettings()


NO_WORDS = words("", "", "")
PROPOSED = OpenTalk(Talk.CHANGE_TIME, Slot.CONFIRMED, {Slot.WHEN: "0830 0123"})
ASKING_DELAY = OpenTalk(Talk.SNOOZE, Slot.DELAY)


@pytest.mark.parametrize(
    ("text", "at", "days"),
    [
        ("no, at 9:15", time(9, 15), frozenset(range(4))),
        ("no, on tuesdays and thursdays", time(8, 30), frozenset({1, 3})),
        ("no, skip mondays", time(8, 30), frozenset({1, 2, 3})),
    ],
)
async def test_a_correction_keeps_what_it_does_not_name(
    text: str, at: time, days: frozenset[int]
) -> None:
    assert (await hear(text, listening(PROPOSED))).ask == OfferTime(at, days)


@pytest.mark.parametrize("text", ["never mind", "Forget it!", "άστο", "xexna to", "olvídalo"])
async def test_who_drops_a_talk_leaves_it(text: str) -> None:
    assert (await hear(text, listening(PROPOSED))).ask == LeaveTalk()


@pytest.mark.parametrize("text", ["other days", "άλλες μέρες", "cambiar los días"])
def test_who_asks_for_other_days_gets_the_days(text: str) -> None:
    said = Understanding("change_time", 0.9, talk=ASKING_TIME)
    assert meaning_of(said, text, listening(), NOON).ask == ShowChoices(Field.WEEKDAYS)


@pytest.mark.parametrize("before", [ASKING_TIME, PROPOSED])
def test_another_talk_takes_the_value_that_came_with_it(before: OpenTalk) -> None:
    said = Understanding("pause_lessons", 0.9, talk=before)
    meaning = meaning_of(said, "pause until friday", listening(before), NOON)
    assert meaning.ask == OfferPauseUntil(date(2026, 11, 27))
    assert meaning.talk is not None
    assert meaning.talk.talk is Talk.PAUSE


@pytest.mark.parametrize("text", ["tomorrow", "tomorrow at nine", "see you tomorrow"])
@pytest.mark.parametrize("intent", ["goodbye", "snooze", "out_of_scope"])
def test_what_is_put_off_to_another_day_is_a_pause(text: str, intent: str) -> None:
    said = Understanding(intent, 0.9, talk=ASKING_DELAY)
    meaning = meaning_of(said, text, listening(ASKING_DELAY), NOON)
    assert meaning.ask == OfferPauseUntil(date(2026, 11, 26))


async def test_an_errand_is_done_in_the_middle_of_a_talk() -> None:
    assert (await hear("change my time zone", listening(ASKING_TIME))).ask == ShowSettings()


@pytest.mark.parametrize(
    ("text", "pressed"), [("👍", True), ("👍🏽", True), ("👎", False), ("🦀", False)]
)
async def test_a_thumb_says_yes(text: str, pressed: bool) -> None:
    yes = ChangeTime(time(8, 30), frozenset(range(4)))
    assert ((await hear(text, in_view=view(yes))).ask == yes) is pressed


@pytest.mark.parametrize("text", ["are you a robot?", "είσαι άνθρωπος;", "¿Eres una máquina?"])
@pytest.mark.parametrize("talk", [None, ASKING_TIME])
async def test_who_asks_is_told_that_it_is_a_machine(text: str, talk: OpenTalk | None) -> None:
    meaning = await hear(text, listening(talk))
    assert meaning.ask == MakeSmallTalk(SmallTalk.MACHINE)
    assert meaning.aside


def test_a_yes_with_thanks_is_a_yes() -> None:
    said = Understanding("thanks", 0.9, talk=PROPOSED)
    meaning = meaning_of(said, "Yes, thank you so much", listening(PROPOSED), NOON)
    assert meaning.ask == ChangeTime(time(8, 30), frozenset(range(4)))
    thanks = meaning_of(said, "thank you so much", listening(PROPOSED), NOON)
    assert thanks.ask == MakeSmallTalk(SmallTalk.THANKS)


async def test_a_yes_settles_a_talk_while_nobody_understands_sentences() -> None:
    next_lesson = view(NextLesson())
    settled = await hear("yes", listening(PROPOSED), next_lesson, down=True)
    assert settled.ask == ChangeTime(time(8, 30), frozenset(range(4)))
    assert (await hear("yes", in_view=next_lesson, down=True)).ask == NextLesson()


@pytest.mark.parametrize("text", ["1", "47", "κκκ", "x", "?!", "🦀"])
async def test_a_sign_alone_is_no_wish(text: str) -> None:
    fake = FakeUnderstander()
    meaning = await Listener(fake, NAMES, dict).hear(text, listening(), (), NOON)
    assert (meaning.ask, fake.heard) == (None, [])


@pytest.mark.parametrize("text", ["until further notice", "μέχρι νεωτέρας", "hasta nuevo aviso"])
@pytest.mark.parametrize("talk", [None, OpenTalk(Talk.PAUSE, Slot.UNTIL)])
async def test_a_pause_may_have_no_end(text: str, talk: OpenTalk | None) -> None:
    ends = view(Pause(PauseScope.LESSONS, 7), Pause(PauseScope.LESSONS, None))
    assert (await hear(text, listening(talk), ends)).ask == Pause(PauseScope.LESSONS, None)


HELP_PAPER = Term("help", words("Help", "Βοήθεια", "Ayuda"), NO_WORDS, NO_WORDS, "", ())


@pytest.mark.parametrize(("waiting", "asked"), [(False, ExplainTerm("help")), (True, ShowHelp())])
async def test_a_term_alone_is_explained_unless_an_answer_is_waited_for(
    waiting: bool, asked: Ask[Any]
) -> None:
    listener = Listener(FakeUnderstander(), NAMES, lambda: {"help": HELP_PAPER})
    assert (await listener.hear("help", listening(waiting=waiting), (), NOON)).ask == asked
