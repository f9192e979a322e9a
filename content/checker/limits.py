"""Texts fit the screen: our own limits in the source, Telegram's in every language."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from content.finding import Finding
from content.loader import Loaded
from content.plain_yaml import Location
from learning.course.model import Lesson
from learning.course.questions import Match, PutInOrder, Question, SeveralChoice, SingleChoice
from learning.course.scenario import Scenario
from learning.course.words import Words

TELEGRAM = 4096
_MARKUP = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class Shown:
    """Texts that stand in one message. `least` and `most` are ours, in the source language."""

    name: str
    at: Location
    words: tuple[Words, ...]
    most: int = TELEGRAM
    least: int = 0


def plain_length(text: str) -> int:
    """The length in UTF-16 units, as Telegram counts, once the markup is taken out."""
    return len(_MARKUP.sub("", text).encode("utf-16-le")) // 2


def limits(measure: Callable[[str], int]) -> Callable[[Loaded], Iterator[Finding]]:
    """The rule for texts that are `measure(text)` long once rendered."""

    def rule(loaded: Loaded) -> Iterator[Finding]:
        for lesson in loaded.files.lessons:
            for shown in _lesson_texts(loaded.lessons[lesson.content.id]):
                for fault in _faults(shown, loaded.course.languages, measure):
                    yield lesson.finding(fault, *shown.at)
        for scenario in loaded.files.scenarios:
            for shown in _scenario_texts(loaded.scenarios[scenario.content.id]):
                for fault in _faults(shown, loaded.course.languages, measure):
                    yield scenario.finding(fault, *shown.at)

    return rule


def _faults(
    shown: Shown, languages: tuple[str, ...], measure: Callable[[str], int]
) -> Iterator[str]:
    source, *others = languages
    length = _length(shown, source, measure)
    if length > shown.most:
        yield f"{shown.name} has {length} characters: cut it to {shown.most}"
    if length < shown.least:
        yield f"{shown.name} has {length} characters: it needs {shown.least}"
    for language in others:
        length = _length(shown, language, measure)
        if length > TELEGRAM:
            yield f"{shown.name} has {length} characters in {language}: cut it to {TELEGRAM}"


def _length(shown: Shown, language: str, measure: Callable[[str], int]) -> int:
    return measure("\n\n".join(words.for_reader(language) for words in shown.words))


def _lesson_texts(lesson: Lesson) -> Iterator[Shown]:
    yield Shown("the title", ("title",), (lesson.title,), 100)
    for number, card in enumerate(lesson.cards):
        at = ("cards", number, "text")
        yield Shown("the card", at, (card.text,), 700, 0 if card.country else 350)
    for number, question in enumerate(lesson.questions):
        yield from _question_texts(question, ("questions", number))
    yield Shown("try_today", ("try_today",), (lesson.try_today,), 700)


def _question_texts(question: Question, at: Location) -> Iterator[Shown]:
    asked = (question.prompt, *_offered(question))
    yield Shown("the prompt with its options", (*at, "prompt"), asked, 1200)
    yield Shown("the reason", (*at, "reason"), (question.reason,), 600)
    if isinstance(question, SingleChoice | SeveralChoice):
        for place, option in enumerate(question.options):
            spot = (*at, "options", place)
            yield Shown("the option", (*spot, "text"), (option.text,), 200)
            yield Shown("the feedback", (*spot, "feedback"), (option.feedback,), 300)


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


def _scenario_texts(scenario: Scenario) -> Iterator[Shown]:
    yield Shown("the title", ("title",), (scenario.title,), 100)
    for number, decision in enumerate(scenario.decisions):
        at = ("decisions", number)
        choices = (choice.text for choice in decision.choices)
        yield Shown("the decision with its choices", (*at, "text"), (decision.text, *choices), 1200)
        for place, choice in enumerate(decision.choices):
            spot = (*at, "choices", place)
            yield Shown("the choice", (*spot, "text"), (choice.text,), 150)
            yield Shown("the consequence", (*spot, "consequence"), (choice.consequence,), 600)
            yield Shown("the coaching", (*spot, "coaching"), (choice.coaching,), 600)
    for number, ending in enumerate(scenario.endings):
        yield Shown("the ending", ("endings", number, "text"), (ending.text, ending.rule), 1200)
