"""Which answers are right, what a typed one says, and in which order choices stand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.course.questions import Question
from learning.lessons.grading import accepts, choices, fold, is_right
from learning.lessons.model import Draft
from learning.lessons.numbers import read_number
from tests.curricula import MATCH, NUMBER, ORDER, SEVERAL, SINGLE, TEXT, TRUE_FALSE, words


@pytest.mark.parametrize(
    ("question", "draft", "right"),
    [
        (SINGLE, Draft(("b",)), True),
        (SINGLE, Draft(("a",)), False),
        (SINGLE, Draft(), False),
        (SEVERAL, Draft(("eye", "pause")), True),  # in any order
        (SEVERAL, Draft(("pause",)), False),
        (SEVERAL, Draft(("pause", "eye", "loud")), False),
        (TRUE_FALSE, Draft(("false",)), True),
        (TRUE_FALSE, Draft(("true",)), False),
        (replace(TRUE_FALSE, answer=True), Draft(("true",)), True),
        (ORDER, Draft(("look", "listen", "link")), True),
        (ORDER, Draft(("listen", "look", "link")), False),
        (ORDER, Draft(("look", "listen")), False),
        (MATCH, Draft(("mig", "asy", "ref")), True),
        (MATCH, Draft(("mig", "ref", "asy")), False),
        (NUMBER, Draft(number=47), True),
        (NUMBER, Draft(number=44), True),  # the tolerance is included
        (NUMBER, Draft(number=50.0), True),
        (NUMBER, Draft(number=50.01), False),
        (NUMBER, Draft(number=0), False),
        (NUMBER, Draft(), False),
        (TEXT, Draft(right=True), True),
        (TEXT, Draft(right=False), False),
        (TEXT, Draft(), False),
    ],
)
def test_an_answer_is_right_or_not(question: Question, draft: Draft, right: bool) -> None:
    assert is_right(question, draft) is right


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("interpreter", True),
        ("An  Interpreter.", True),
        ("“interpreter”", True),  # as a phone writes quotation marks
        ("διερμηνέας", True),  # any language of the course
        ("ΔΙΕΡΜΗΝΕΑΣ", True),  # capitals have no final sigma, and no accent
        ("διερμηνεασ", True),
        ("Ο διερμηνέας!", True),
        ("interprete", True),
        ("¿intérprete?", True),
        ("interpreters", False),
        ("inter preter", False),
        ("", False),
        ("|", False),
    ],
)
def test_a_short_text_is_accepted_whatever_its_spelling(typed: str, accepted: bool) -> None:
    assert accepts(TEXT, typed) is accepted


def test_an_apostrophe_may_be_of_any_kind() -> None:
    question = replace(TEXT, accepted=words("l'interprète | co-worker", "λέξη", "palabra"))
    assert accepts(question, "l’interprete")
    assert accepts(question, "co worker")


@given(st.text(max_size=50))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("47", 47),
        (" 47 %", 47),
        ("47%", 47),
        ("3,5", 3.5),
        ("3.5", 3.5),
        (",5", 0.5),
        ("5.", 5),
        ("-4", -4),
        ("−4", -4),
        ("+4", 4),
        ("0.125", 0.125),
        ("1 000", 1000),
        ("1\u202f000\u00a0000", 1_000_000),
        ("1.000", 1000),
        ("1,000", 1000),
        ("1.234.567", 1_234_567),
        ("1,234,567.5", 1_234_567.5),
        ("1.234,5", 1234.5),
        ("1’234", 1234),
        ("1000", 1000),
        ("12.34", 12.34),
        ("", None),
        ("%", None),
        ("forty-seven", 47),
        ("Σαράντα επτά", 47),
        ("cuarenta y siete", 47),
        ("veintitrés", 23),
        ("seven eight", None),
        ("eleven five", None),
        ("and", None),
        ("seven people", None),
        ("47 euros", None),
        ("1e5", None),
        ("nan", None),
        ("inf", None),
        ("--4", None),
        ("4-5", None),
        ("1.2.3", None),
        ("1.234.56", None),
        ("1.234.567.8", None),
        ("٤٧", None),
        ("9" * 13, None),
    ],
)
def test_a_number_is_read_as_people_type_it(typed: str, number: float | None) -> None:
    assert read_number(typed) == number


@given(st.text(max_size=30))
def test_any_text_is_a_finite_number_or_none(text: str) -> None:
    number = read_number(text)
    assert number is None or abs(number) < 1e13


@given(st.integers(-(10**9), 10**9), st.sampled_from([",", ".", " ", "'"]))
def test_thousands_may_be_grouped(number: int, separator: str) -> None:
    assert read_number(f"{number:,}".replace(",", separator)) == number


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        (SINGLE, {"a", "b", "c"}),
        (SEVERAL, {"pause", "eye", "loud"}),
        (TRUE_FALSE, {"true", "false"}),
        (ORDER, {"look", "listen", "link"}),
        (MATCH, {"mig", "asy", "ref"}),
        (NUMBER, set()),
        (TEXT, set()),
    ],
)
def test_every_choice_is_shown_once_in_an_order_that_stays(
    question: Question, ids: set[str]
) -> None:
    for attempt in ("1:0", "1:1", "77:4"):
        shown = choices(question, attempt)
        assert len(shown) == len(ids)
        assert set(shown) == ids
        assert choices(question, attempt) == shown


@given(st.integers(1, 2**62), st.integers(0, 40))
def test_the_order_shown_is_never_the_answer(sitting: int, at: int) -> None:
    assert not is_right(ORDER, Draft(choices(ORDER, f"{sitting}:{at}")))
    assert not is_right(MATCH, Draft(choices(MATCH, f"{sitting}:{at}")))


def test_the_right_option_stands_in_every_place_equally_often() -> None:
    attempts = [f"{sitting}:3" for sitting in range(600)]
    places = [choices(SINGLE, attempt).index("a") for attempt in attempts]
    assert all(150 < places.count(place) < 250 for place in range(3))
