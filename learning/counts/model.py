"""Which choices people make, counted without people.

What is counted waits until it may be shown. Whenever enough people have been counted since the last
time, each choice that enough of them made is shown; the others go on waiting. So every number, and
every step by which a number grows, is of at least that many people, and who looks before and after
one person's answer does not learn it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import assert_never

from learning.course.questions import (
    Match,
    NumberQuestion,
    PutInOrder,
    Question,
    SeveralChoice,
    ShortText,
    SingleChoice,
    TrueOrFalse,
)

PEOPLE = "+people"  # counted beside the choices, and never shown: the rest would follow from it
MANY = 20  # people, before "never chosen" says anything about a question

Shown = Mapping[str, int]  # choice → people


class Answer(StrEnum):
    """How an answer went; one of them is counted with every first answer."""

    RIGHT = "+right"
    WRONG = "+wrong"
    GAVE_UP = "+gave_up"


class Usefulness(StrEnum):
    USEFUL = "useful"
    PARTLY = "partly"
    NOT_USEFUL = "not"


class Verdict(StrEnum):
    """Why a question no longer tells anything."""

    ALL_RIGHT = "all_right"
    UNCHOSEN = "unchosen"  # an option that hardly anybody takes


def counted(question: Question, answer: Answer, picks: tuple[str, ...]) -> tuple[str, ...]:
    """What one first answer adds to."""
    if answer is Answer.GAVE_UP or not options_of(question):
        return (answer,)
    return (answer, *picks)


def options_of(question: Question) -> tuple[str, ...]:
    """The options that are counted one by one; none where the answer is an order or a text."""
    match question:
        case SingleChoice() | SeveralChoice():
            return tuple(option.id for option in question.options)
        case TrueOrFalse():
            return ("true", "false")
        case PutInOrder() | Match() | NumberQuestion() | ShortText():
            return ()
        case _:
            assert_never(question)


def people_in(shown: Shown) -> int:
    """How many answers can be told."""
    return sum(shown.get(answer, 0) for answer in Answer)


def verdict(question: Question, shown: Shown) -> Verdict | None:
    """None for a question that still tells something, and for one that few have answered."""
    if people_in(shown) < MANY:
        return None
    if not shown.get(Answer.WRONG) and not shown.get(Answer.GAVE_UP):
        return Verdict.ALL_RIGHT
    unchosen = any(not shown.get(option) for option in options_of(question))
    return Verdict.UNCHOSEN if unchosen else None
