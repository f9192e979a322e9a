"""Every screen the course can put before a reader, without one: for the checker's ruler."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from bot.screens.lessons import sitting_screen
from bot.screens.scenarios import run_screen
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.course.model import Lesson
from learning.course.questions import Match, NumberQuestion, PutInOrder, Question, SeveralChoice
from learning.course.scenario import Scenario
from learning.lessons import outcomes as o
from learning.lessons.grading import choices
from learning.reviews.model import Confidence
from learning.scenarios import outcomes as run

_AT = (1, 1)  # a sitting or run and its revision: nothing of them is shown


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """`context` is the content id path of the text that the screen is made for."""

    context: str
    screen: Screen


def rehearse(view: View) -> Iterator[Rehearsed]:
    """The screens of all lessons and scenarios of the view's course, in its language."""
    for lesson in view.curriculum.lessons.values():
        for context, shown in _of_lesson(lesson, view):
            yield Rehearsed(context, sitting_screen(shown, view))
    for scenario in view.curriculum.scenarios.values():
        hash = view.curriculum.hashes[scenario.id]
        for context, met in _of_scenario(scenario, hash):
            yield Rehearsed(context, run_screen(met, view))


def _of_lesson(lesson: Lesson, view: View) -> Iterator[tuple[str, o.SittingView]]:
    cards, asked = len(lesson.cards), len(lesson.questions)
    for number, card in enumerate(lesson.cards, start=1):
        name = f"{lesson.id}.{card.id}"
        yield f"{name}.text", o.CardShown(*_AT, lesson.id, name, number, cards, number > 1)
    for number, question in enumerate(lesson.questions, start=1):
        name = f"{lesson.id}.{question.id}"
        for shown in _of_question(name, question, number, asked, view):
            yield f"{name}.prompt", shown
    subunit = view.curriculum.subunit_of(lesson.id)
    next_at = view.now + timedelta(days=1)
    after = subunit.scenario if subunit else None
    closed = o.LessonClosed(*_AT, lesson.id, asked - 1, asked, after, False, next_at)
    yield f"{lesson.id}.try_today", closed


def _of_question(
    name: str, question: Question, number: int, of: int, view: View
) -> Iterator[o.SittingView]:
    ids = choices(question, name)
    yield o.QuestionAsked(*_AT, name, ids, ids[:-1], True, number, of, True)
    again = (view.now + timedelta(days=1)).date()
    for picks, given in _answers(question, ids):
        yield o.ConfidenceAsked(*_AT, name, ids, picks, given)
        for confidence in (Confidence.SURE, None):
            yield o.AnswerGraded(*_AT, name, ids, picks, given, False, confidence, again)


def _answers(
    question: Question, ids: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], float | None]]:
    match question:
        case SeveralChoice() | PutInOrder() | Match():
            yield ids, None
        case NumberQuestion():
            beside = question.tolerance + 1
            yield from (((), question.answer - beside), ((), question.answer + beside))
        case _:
            yield from (((id,), None) for id in ids)
            if not ids:
                yield (), None


def _of_scenario(scenario: Scenario, hash: str) -> Iterator[tuple[str, run.RunView]]:
    for number, decision in enumerate(scenario.decisions, start=1):
        ids = tuple(choice.id for choice in decision.choices)
        name = f"{scenario.id}.{decision.id}"
        yield f"{name}.text", run.DecisionShown(*_AT, hash, decision.id, ids, number)
        for id in ids:
            met = (*_AT, hash, decision.id, id)
            yield f"{name}.{id}.consequence", run.ConsequenceShown(*met)
            yield f"{name}.{id}.coaching", run.CoachingShown(*met)
    for ending in scenario.endings:
        end = run.EndingReached(*_AT, hash, ending.id, len(scenario.endings), True)
        yield f"{scenario.id}.{ending.id}.text", end
