"""What is asked next: skip logic and the way through the questionnaire. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from learning.needs.answers import HARD, OFTEN, SKIPPED, Answers, place
from learning.needs.questionnaire import Condition, Grid, Question, Questionnaire, Row

NEVER = "1"  # the first step of how often: then how hard is not asked


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands; of a grid with its row and "often" or "hard"."""

    at: str
    question: Question
    row: Row | None = None
    column: str | None = None


def asked(questionnaire: Questionnaire, answers: Answers) -> tuple[Question, ...]:
    """The questions that these answers lead to, in order."""
    return tuple(q for q in questionnaire.questions() if is_asked(q, answers))


def is_asked(question: Question, answers: Answers) -> bool:
    return all(_holds(condition, answers) for condition in question.when)


def _holds(condition: Condition, answers: Answers) -> bool:
    """Who did not answer is rather asked than passed over."""
    given = answers.get(condition.question, SKIPPED)
    return not given or bool(set(given) & set(condition.options))


def places(questions: Sequence[Question], answers: Answers) -> tuple[Place, ...]:
    """Every place to be answered, in order; a row that never happens has one only."""
    return tuple(
        each
        for question in questions
        if is_asked(question, answers)
        for each in _of_question(question, answers)
    )


def _of_question(question: Question, answers: Answers) -> tuple[Place, ...]:
    if not isinstance(question, Grid):
        return (Place(question.id, question),)
    found: list[Place] = []
    for row in question.rows:
        often = place(question.id, row.id, OFTEN)
        found.append(Place(often, question, row, OFTEN))
        if answers.get(often) != (NEVER,):
            found.append(Place(place(question.id, row.id, HARD), question, row, HARD))
    return tuple(found)


def find(questions: Sequence[Question], answers: Answers, at: str) -> Place | None:
    return next((each for each in places(questions, answers) if each.at == at), None)


def following(questions: Sequence[Question], answers: Answers, at: str) -> str | None:
    """The next place without an answer: after `at`, else any before it; None: all is answered.

    A skipped place counts as answered.
    """
    way = [each.at for each in places(questions, answers)]
    here = way.index(at) + 1 if at in way else 0
    return next((each for each in (*way[here:], *way[:here]) if each not in answers), None)


def preceding(questions: Sequence[Question], answers: Answers, at: str | None) -> str | None:
    """The place before `at`; before the review (None) stands the last of all."""
    way = [each.at for each in places(questions, answers)]
    if at is None:
        return way[-1] if way else None
    here = way.index(at) if at in way else 0
    return way[here - 1] if here else None


def kept(questions: Sequence[Question], answers: Answers) -> Answers:
    """The answers that are still asked for, without what a changed answer made needless."""
    way = {each.at for each in places(questions, answers)}
    return {at: answer for at, answer in answers.items() if at in way}


def numbered(questions: Sequence[Question], answers: Answers, at: str) -> tuple[int, int]:
    """ "7 of 24": the number of the question at `at` and of all that are asked now."""
    way = [question.id for question in questions if is_asked(question, answers)]
    found = find(questions, answers, at)
    number = way.index(found.question.id) + 1 if found else len(way)
    return number, len(way)
