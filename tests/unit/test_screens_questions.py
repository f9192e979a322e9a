from dataclasses import replace
from datetime import date

import pytest

from bot.screens.screen import Screen
from bot.screens.table import word
from bot.screens.view import View
from learning.lessons.asks import ChangeAnswer, GiveUp, Pick, SettlePicks, TurnBack
from learning.lessons.outcomes import AnswerGraded, QuestionAsked
from learning.reviews.model import Confidence
from learning.scenarios.outcomes import DecisionShown
from tests.curricula import small
from tests.outcomes import NOW


def view(language: str = "en") -> View:
    return View(language, "Europe/Athens", NOW, small())


def asked(question: str, choices: tuple[str, ...], *picks: str) -> QuestionAsked:
    return QuestionAsked(7, 3, question, choices, picks, False, 1, 3, back=False)


def labels(screen: Screen) -> list[list[str]]:
    return [[button.label for button in row] for row in screen.rows]


def graded(question: str, *picks: str, right: bool = False) -> AnswerGraded:
    shown = {
        "first-words.single": ("b", "a", "c"),
        "all-kinds.several": ("pause", "eye", "loud"),
        "all-kinds.truth": ("true", "false"),
        "all-kinds.order": ("link", "look", "listen"),
    }[question]
    sure = Confidence.SURE
    return AnswerGraded(7, 3, question, shown, picks, None, right, sure, date(2026, 11, 24))


def test_long_options_stand_in_the_text_behind_letters() -> None:
    screen = word(asked("first-words.single", ("b", "a", "c")), view())
    assert "<b>A</b>. The words on the card\n<b>B</b>. The word that she" in screen.html
    assert labels(screen) == [["A", "B", "C"], ["I don't know"], ["Report a mistake"]]
    assert screen.rows[0][0].ask == Pick(7, 3, "b")


def test_greek_options_have_greek_letters() -> None:
    screen = word(asked("first-words.single", ("b", "a", "c")), view("el"))
    assert labels(screen)[0] == ["Α", "Β", "Γ"]


def test_options_long_in_one_language_are_lettered_in_all() -> None:
    """ "I ask her" is short, but its neighbour is long."""
    screen = word(DecisionShown(7, 3, "hash-desk", "d1", ("ask", "wait"), 1), view())
    assert labels(screen) == [["A", "B"]]


def test_short_options_stand_on_the_buttons_alone() -> None:
    screen = word(asked("all-kinds.several", ("pause", "eye", "loud")), view())
    assert labels(screen)[:3] == [["Pausing"], ["Looking at her"], ["Speaking louder"]]
    assert "Pausing" not in screen.html


def test_several_are_ticked_and_done_appears_with_the_first() -> None:
    choices = ("pause", "eye", "loud")
    assert ["Done"] not in labels(word(asked("all-kinds.several", choices), view()))
    screen = word(asked("all-kinds.several", choices, "eye"), view())
    assert labels(screen)[1] == ["✓ Looking at her"]
    assert screen.rows[3][0].ask == SettlePicks(7, 3)


def test_an_order_is_numbered_as_far_as_it_goes() -> None:
    screen = word(asked("all-kinds.order", ("link", "look", "listen"), "look"), view())
    assert "Your order so far:\n1. Look" in screen.html
    assert labels(screen)[:4] == [["Link"], ["Listen"], ["Start again"], ["I don't know"]]
    assert screen.rows[2][0].ask == ChangeAnswer(7, 3)


def test_matching_asks_for_one_left_side_after_the_other() -> None:
    choices = ("ref", "mig", "asy")
    first = word(asked("all-kinds.match", choices), view())
    assert "Which one goes with <b>Migrant</b>?" in first.html
    second = word(asked("all-kinds.match", choices, "mig"), view())
    assert "Migrant – Has moved away from home, for any reason" in second.html
    assert "Which one goes with <b>Asylum seeker</b>?" in second.html
    assert labels(second)[0] == ["A", "C"]


@pytest.mark.parametrize("name", ["number", "text"])
def test_a_typed_answer_may_be_given_up(name: str) -> None:
    screen = word(asked(f"all-kinds.{name}", ()), view())
    assert screen.rows[0][0].ask == GiveUp(7, 3)


def test_one_may_turn_back_from_a_question_to_its_card() -> None:
    screen = word(replace(asked("all-kinds.truth", ("true", "false")), back=True), view())
    assert labels(screen) == [["True", "False"], ["Back", "I don't know"], ["Report a mistake"]]
    assert screen.rows[1][0].ask == TurnBack(7, 3)


@pytest.mark.parametrize(
    ("answer", "said", "not_said"),
    [
        (graded("first-words.single", "a"), "Her word is about her life.", "travel safely"),
        (
            graded("first-words.single", "a"),
            "The right answer:\n<b>A</b>. The words on",
            "B</b>. X",
        ),
        (graded("first-words.single", "b", right=True), "They travel safely.", "The right answer"),
        (graded("all-kinds.several", "loud"), "Loud is not clear.", "Yes, at her."),
        (graded("all-kinds.several", "loud"), "The right answers:\nPausing\nLooking", "wrong"),
        (graded("all-kinds.truth", "true"), "It is a burden.", "Right, never."),
        (graded("all-kinds.truth", "true"), "The right answer is: False", "wrong"),
        (graded("all-kinds.order", "link"), "1. Look\n2. Listen\n3. Link", "wrong"),
        (graded("all-kinds.truth", "false"), "I will ask you this again tomorrow.", "wrong"),
    ],
)
def test_feedback_fits_the_answer(answer: AnswerGraded, said: str, not_said: str) -> None:
    html = word(answer, view()).html
    assert said in html
    assert not_said not in html


@pytest.mark.parametrize(("given", "said"), [(40.0, "It is more."), (60.0, "It is less.")])
def test_a_number_is_told_on_which_side_it_lies(given: float, said: str) -> None:
    answer = AnswerGraded(
        7, 3, "all-kinds.number", (), (), given, False, Confidence.GUESS, date(2026, 11, 24)
    )
    html = word(answer, view()).html
    assert said in html
    assert "The right answer is: 47" in html


def test_who_gave_up_gets_the_answer_without_a_verdict() -> None:
    answer = replace(graded("first-words.single"), picks=(), confidence=None)
    html = word(answer, view()).html
    assert "No problem. Here is the answer." in html
    assert "Not quite" not in html
