"""How many minutes a piece of the course takes at work."""

import re
from collections.abc import Iterable, Iterator

from content.loader import Loaded
from content.schema.fields import Part
from content.schema.lesson import Lesson
from content.schema.questions import Match, PutInOrder, Question, SeveralChoice, SingleChoice
from content.schema.scenario import Choice, Decision, Scenario

WORDS_A_MINUTE = 130
THINKING = 0.5  # minutes: for a question, for a decision, and for the thing to try today


def minutes_by_id(loaded: Loaded) -> dict[str, float]:
    files = loaded.files
    lessons = {each.content.id: lesson_minutes(each.content) for each in files.lessons}
    return lessons | {each.content.id: scenario_minutes(each.content) for each in files.scenarios}


def lesson_minutes(lesson: Lesson) -> float:
    """Reading, answering and thinking, country notes left out; one feedback a question."""
    cards = (card.text for card in lesson.cards if card.country is None)
    words = _words(lesson.title, lesson.try_today, *cards)
    words += sum(_question_words(question) for question in lesson.questions)
    return words / WORDS_A_MINUTE + THINKING * (len(lesson.questions) + 1)


def scenario_minutes(scenario: Scenario) -> float:
    """The longest way from the start to an ending that meets no decision twice."""
    decisions = {decision.id: decision for decision in scenario.decisions}
    endings = {end.id: _words(end.text, end.rule) / WORDS_A_MINUTE for end in scenario.endings}

    def longest(id: str, met: frozenset[str]) -> float:
        if id not in decisions or id in met:
            return endings.get(id, 0)
        decision = decisions[id]
        return _decision_minutes(decision) + max(
            _words(choice.consequence, choice.coaching) / WORDS_A_MINUTE + longest(to, met | {id})
            for choice in decision.choices
            for to in _targets(choice)
        )

    return _words(scenario.title) / WORDS_A_MINUTE + longest(scenario.start, frozenset())


def _decision_minutes(decision: Decision) -> float:
    words = _words(decision.text, *(choice.text for choice in decision.choices))
    return words / WORDS_A_MINUTE + THINKING


def _targets(choice: Choice) -> Iterable[str]:
    return {branch.to for branch in choice.leads}


def _question_words(question: Question) -> int:
    feedback: list[str]
    match question:
        case SingleChoice() | SeveralChoice():
            read = [option.text for option in question.options]
            feedback = [option.feedback for option in question.options]
        case PutInOrder():
            read, feedback = [item.text for item in question.items], [""]
        case Match():
            read, feedback = [f"{pair.left} {pair.right}" for pair in question.pairs], [""]
        case _:
            read, feedback = [], list(_replies(question)) or [""]
    return _words(question.prompt, question.reason, *read) + max(map(_words, feedback))


def _replies(question: Part) -> Iterator[str]:
    """The texts that answer one answer each: `if_true`, `if_lower` and their like."""
    for name in type(question).model_fields:
        if name.startswith("if_"):
            yield getattr(question, name)


def _words(*texts: str) -> int:
    return sum(len(re.findall(r"\w[\w'’-]*", text)) for text in texts)
