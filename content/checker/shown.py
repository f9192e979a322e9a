"""Which texts of a lesson or scenario are read together, and how long we let them be."""

from collections.abc import Iterator
from dataclasses import dataclass

from content.plain_yaml import Location
from learning.course.model import Lesson
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
from learning.course.scenario import Decision, Scenario
from learning.course.words import Words


@dataclass(frozen=True, slots=True)
class Shown:
    """`words` that are read together, whose first stands at `at`.

    `least` and `most` are characters in the source language.
    """

    name: str
    at: Location
    words: tuple[Words, ...]
    most: int
    least: int = 0


def lesson_texts(lesson: Lesson) -> Iterator[Shown]:
    yield Shown("the title", ("title",), (lesson.title,), 100)
    for number, card in enumerate(lesson.cards):
        at = ("cards", number, "text")
        yield Shown("the card", at, (card.text,), 700, 0 if card.country else 350)
    for number, question in enumerate(lesson.questions):
        yield from _question_texts(question, ("questions", number))
    yield Shown("try_today", ("try_today",), (lesson.try_today,), 700)


def scenario_texts(scenario: Scenario) -> Iterator[Shown]:
    yield Shown("the title", ("title",), (scenario.title,), 100)
    for number, decision in enumerate(scenario.decisions):
        yield from _decision_texts(decision, ("decisions", number))
    for number, ending in enumerate(scenario.endings):
        at = ("endings", number, "text")
        yield Shown("the ending", at, (ending.text, ending.rule), 1200)


def _question_texts(question: Question, at: Location) -> Iterator[Shown]:
    asked = (question.prompt, *_offered(question))
    yield Shown("the prompt with its options", (*at, "prompt"), asked, 1200)
    yield Shown("the reason", (*at, "reason"), (question.reason,), 600)
    if isinstance(question, SingleChoice | SeveralChoice):
        for place, option in enumerate(question.options):
            yield Shown("the option", (*at, "options", place, "text"), (option.text,), 200)
    for spot, reply in _replies(question):
        yield Shown("the feedback", (*at, *spot), (reply,), 300)


def _offered(question: Question) -> tuple[Words, ...]:
    match question:
        case SingleChoice() | SeveralChoice():
            return tuple(option.text for option in question.options)
        case PutInOrder():
            return tuple(item.text for item in question.items)
        case Match():
            return tuple(words for pair in question.pairs for words in (pair.left, pair.right))
        case _:
            return ()


def _replies(question: Question) -> Iterator[tuple[Location, Words]]:
    match question:
        case SingleChoice() | SeveralChoice():
            for place, option in enumerate(question.options):
                yield ("options", place, "feedback"), option.feedback
        case TrueOrFalse():
            yield ("if_true",), question.if_true
            yield ("if_false",), question.if_false
        case NumberQuestion():
            yield ("if_lower",), question.if_lower
            yield ("if_higher",), question.if_higher
        case ShortText():
            yield ("if_other",), question.if_other


def _decision_texts(decision: Decision, at: Location) -> Iterator[Shown]:
    choices = tuple(choice.text for choice in decision.choices)
    yield Shown("the decision with its choices", (*at, "text"), (decision.text, *choices), 1200)
    for place, choice in enumerate(decision.choices):
        spot = (*at, "choices", place)
        yield Shown("the choice", (*spot, "text"), (choice.text,), 150)
        yield Shown("the consequence", (*spot, "consequence"), (choice.consequence,), 600)
        yield Shown("the coaching", (*spot, "coaching"), (choice.coaching,), 600)
