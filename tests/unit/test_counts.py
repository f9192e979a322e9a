"""What may be said about a question, and what may not."""

import pytest

from learning.counts.model import Answer, Verdict, counted, people_in, verdict
from tests.curricula import small

QUESTIONS = small()
SINGLE = next(
    q for lesson in QUESTIONS.lessons.values() for q in lesson.questions if q.kind == "single"
)
TEXT = next(
    q for lesson in QUESTIONS.lessons.values() for q in lesson.questions if q.kind == "text"
)
OPTIONS = [option.id for option in SINGLE.options]


def test_an_answer_counts_as_right_or_wrong_and_by_its_options() -> None:
    assert counted(SINGLE, Answer.RIGHT, ("left",)) == (Answer.RIGHT, "left")
    assert counted(SINGLE, Answer.GAVE_UP, ("left",)) == (Answer.GAVE_UP,)
    assert counted(TEXT, Answer.WRONG, ()) == (Answer.WRONG,)


def test_the_base_is_what_can_be_told_and_nothing_else() -> None:
    assert people_in({Answer.RIGHT: 10, Answer.WRONG: 5, OPTIONS[0]: 9}) == 15


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ({}, None),
        ({Answer.RIGHT: 19}, None),
        ({Answer.RIGHT: 20}, Verdict.ALL_RIGHT),
        ({Answer.RIGHT: 20, Answer.WRONG: 5, OPTIONS[0]: 20}, Verdict.UNCHOSEN),
        ({Answer.RIGHT: 20, Answer.WRONG: 9, **dict.fromkeys(OPTIONS, 5)}, None),
        ({Answer.RIGHT: 20, Answer.GAVE_UP: 5, **dict.fromkeys(OPTIONS, 5)}, None),
    ],
)
def test_a_question_tells_nothing_when_all_are_right_or_an_option_is_dead(
    shown: dict[str, int], expected: Verdict | None
) -> None:
    assert verdict(SINGLE, shown) is expected
