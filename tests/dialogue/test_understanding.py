"""One suite over the trained server and over the fake, or the fake drifts."""

import pytest

from dialogue.understanding import FilledTalk, Understander, Understanding
from learning.talk.turns import OpenTalk, Slot, Talk

WISHES = [
    ("next lesson please", "en", "next_lesson"),
    ("το επόμενο μάθημα", "el", "next_lesson"),
    ("to epomeno mathima", "el", "next_lesson"),
    ("siguiente lección", "es", "next_lesson"),
    ("show me my progress", "en", "show_progress"),
    ("δείξε μου την πρόοδό μου", "el", "show_progress"),
    ("quiero ver mi progreso", "es", "show_progress"),
    ("hello", "en", "greet"),
    ("γεια", "el", "greet"),
    ("hola", "es", "greet"),
    ("help", "en", "help"),
    ("voitheia", "el", "help"),
    ("ayuda", "es", "help"),
    ("I want a human", "en", "human"),
]
OPENERS = [
    ("change my lesson time", "en", Talk.CHANGE_TIME, Slot.WHEN),
    ("θέλω παύση", "el", Talk.PAUSE, Slot.UNTIL),
    ("not now", "en", Talk.SNOOZE, Slot.DELAY),
    ("cambiar idioma", "es", Talk.LANGUAGE, Slot.LANGUAGE),
]
ASKING_TIME = OpenTalk(Talk.CHANGE_TIME, Slot.WHEN)
CONFIRMING_TIME = OpenTalk(Talk.CHANGE_TIME, Slot.CONFIRMED, {Slot.WHEN: "0830"})


@pytest.mark.parametrize(("text", "language", "intent"), WISHES)
async def test_a_wish_is_understood(
    understander: Understander, text: str, language: str, intent: str
) -> None:
    said = await understander.understand(text, language)
    assert said.intent == intent
    assert said.talk is None
    assert not said.answered


@pytest.mark.parametrize(("text", "language", "talk", "slot"), OPENERS)
async def test_a_wish_that_lacks_something_opens_a_talk(
    understander: Understander, text: str, language: str, talk: Talk, slot: Slot
) -> None:
    said = await understander.understand(text, language)
    assert said.talk == OpenTalk(talk, slot)


async def test_a_term_comes_with_its_id(understander: Understander) -> None:
    said = await understander.understand("what does refugee mean", "en")
    assert said.intent == "explain_term"
    assert said.first("term") == "refugee"


async def test_a_language_named_at_once_leaves_nothing_to_ask(understander: Understander) -> None:
    said = await understander.understand("speak Greek please", "en")
    assert said.filled is not None
    assert said.filled.talk is Talk.LANGUAGE
    assert said.talk is None


async def test_the_hour_asked_for_is_given_and_then_confirmed(understander: Understander) -> None:
    said = await understander.understand("at 8:30", "en", ASKING_TIME)
    assert said.answered
    assert said.talk is not None
    assert said.talk.needs is Slot.CONFIRMED
    assert said.talk.slots[Slot.WHEN]


@pytest.mark.parametrize(("text", "confirmed"), [("yes", True), ("no", False)])
async def test_a_talk_ends_with_yes_or_no(
    understander: Understander, text: str, confirmed: bool
) -> None:
    said = await understander.understand(text, "en", CONFIRMING_TIME)
    assert said.filled == FilledTalk(Talk.CHANGE_TIME, {Slot.WHEN: "0830"}, confirmed)
    assert said.talk is None


async def test_a_question_in_the_middle_interrupts_and_the_talk_goes_on(
    understander: Understander,
) -> None:
    said = await understander.understand("what does refugee mean", "en", ASKING_TIME)
    assert said.intent == "explain_term"
    assert not said.answered
    assert said.talk == ASKING_TIME


@pytest.mark.parametrize(
    ("text", "language"),
    [("stop", "en"), ("Stop!", "en"), ("σταμάτα", "el"), ("basta", "es"), ("no", "en")],
)
async def test_stop_leaves_a_talk(understander: Understander, text: str, language: str) -> None:
    said = await understander.understand(text, language, ASKING_TIME)
    assert said.left
    assert said.talk is None


async def test_the_same_turn_said_twice_gets_the_same_answer(understander: Understander) -> None:
    first = await understander.understand("at 8:30", "en", ASKING_TIME)
    second = await understander.understand("at 8:30", "en", ASKING_TIME)
    assert _without_confidence(first) == _without_confidence(second)


async def test_the_best_two_guesses_are_told(understander: Understander) -> None:
    said = await understander.understand("next lesson please", "en")
    assert len(said.guesses) == 2
    assert said.guesses[0].intent == "next_lesson"


@pytest.mark.parametrize("text", ["", "  ", "/", "//"])
async def test_a_text_without_words_means_nothing(understander: Understander, text: str) -> None:
    said = await understander.understand(text, "en", ASKING_TIME)
    assert said.intent == "nlu_fallback"
    assert said.talk == ASKING_TIME


async def test_a_slash_does_not_name_an_intent(understander: Understander) -> None:
    said = await understander.understand("/hello", "en")
    assert said.intent == "greet"


def _without_confidence(said: Understanding) -> tuple[object, ...]:
    return said.intent, said.entities, said.talk, said.filled, said.left, said.answered
