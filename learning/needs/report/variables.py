"""What can be counted of one respondent: each question as one or several variables."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from learning.needs.answers import HARD, OFTEN, SKIPPED, Response, place
from learning.needs.asking import NEVER
from learning.needs.questionnaire import (
    Grid,
    Known,
    Number,
    Question,
    Questionnaire,
    Scale,
    Several,
    ShortText,
    Single,
    Use,
)
from learning.needs.report.model import NO_ANSWER, Group, Groups
from learning.reports.model import FEWEST, FEWEST_OF_ATTITUDES

PICKED, NOT_PICKED = "picked", "not-picked"
STEPS = ("1", "2", "3", "4", "5")
DEPARTMENT, SECTOR, LANGUAGE = "department", "sector", "language"


@dataclass(frozen=True)
class Variable:
    """`start` are the groups before anything is merged. `ordered`: neighbours are alike, so a
    small group joins the one beside it. `value` tells the value of one respondent."""

    id: str
    start: Groups
    ordered: bool
    fewest: int
    value: Callable[[Response], str]
    profile: bool = False


def variables(questionnaire: Questionnaire) -> tuple[Variable, ...]:
    """Of every question whose answers are counted, in order."""
    return tuple(
        variable
        for question in questionnaire.questions()
        if Use.REPORT in question.uses
        for variable in variables_of(question, _deciding(questionnaire, question))
    )


def attributes(responses: Iterable[Response]) -> tuple[Variable, ...]:
    """What is known of respondents beside their answers, where the round allows it."""
    known = tuple(responses)
    readers: tuple[tuple[str, Callable[[Response], str | None]], ...] = (
        (DEPARTMENT, lambda response: response.department),
        (SECTOR, lambda response: response.sector),
        (LANGUAGE, lambda response: response.language),
    )
    return tuple(
        _attribute(id, read, known)
        for id, read in readers
        if any(read(response) is not None for response in known)
    )


def _attribute(
    id: str, read: Callable[[Response], str | None], known: tuple[Response, ...]
) -> Variable:
    values = sorted({read(response) or NO_ANSWER for response in known})
    start = tuple((value,) for value in values)
    return Variable(id, start, False, FEWEST, lambda each: read(each) or NO_ANSWER, True)


def variables_of(question: Question, deciding: frozenset[str]) -> tuple[Variable, ...]:
    """`deciding` are the answers after which other questions are not asked (`_deciding`)."""
    fewest = FEWEST_OF_ATTITUDES if question.attitude else FEWEST
    profile = Use.PROFILE in question.uses
    match question:
        case Single() | Number():
            ids = _choices(question)
            start = _bound(ids, deciding)
            ordered = isinstance(question, Number)
            value = _answer(question.id)
            return (Variable(question.id, start, ordered, fewest, value, profile),)
        case Scale():
            start = _bound(STEPS, frozenset())
            return (Variable(question.id, start, True, fewest, _answer(question.id)),)
        case Several():
            options = [option.id for option in question.options if not option.alone]
            return _each_picked(question.id, options, fewest)
        case ShortText():
            return _each_picked(question.id, [c.id for c in question.categories], fewest)
        case Grid():
            rows = (
                (often_of(question, row.id), hard_of(question, row.id)) for row in question.rows
            )
            return tuple(
                Variable(at, _bound(STEPS, bound), True, fewest, _answer(at))
                for often, hard in rows
                for at, bound in ((often, frozenset({NEVER})), (hard, frozenset[str]()))
            )
        case Known():
            return ()


def often_of(grid: Grid, row: str) -> str:
    return place(grid.id, row, OFTEN)


def hard_of(grid: Grid, row: str) -> str:
    return place(grid.id, row, HARD)


def _choices(question: Single | Number) -> tuple[str, ...]:
    choices = question.options if isinstance(question, Single) else question.bands
    return tuple(choice.id for choice in choices)


def _answer(at: str) -> Callable[[Response], str]:
    def value(response: Response) -> str:
        given = response.answers.get(at, SKIPPED)
        return given[0] if given else NO_ANSWER

    return value


def _each_picked(question: str, options: Iterable[str], fewest: int) -> tuple[Variable, ...]:
    """One variable an option. Whoever skipped counts as not having picked it: a number of those
    who skipped, taken from that of those who were not asked, would tell on somebody."""
    start: Groups = ((PICKED,), (NOT_PICKED,))
    return tuple(
        Variable(f"{question}.{option}", start, False, fewest, _is_picked(question, option))
        for option in options
    )


def _is_picked(question: str, option: str) -> Callable[[Response], str]:
    def value(response: Response) -> str:
        return PICKED if option in response.answers.get(question, SKIPPED) else NOT_PICKED

    return value


def _deciding(questionnaire: Questionnaire, question: Question) -> frozenset[str]:
    """The options of `question` after which some other question is not asked."""
    if not isinstance(question, Single | Number):
        return frozenset()
    ids = set(_choices(question))
    asked = [
        set(condition.options)
        for other in questionnaire.questions()
        for condition in other.when
        if condition.question == question.id
    ]
    return frozenset(id for options in asked for id in ids - options)


def _bound(ids: Iterable[str], deciding: frozenset[str]) -> Groups:
    """Every value by itself, but what decides is never told from its neighbour: else those who
    were asked and skipped would follow, as "no answer" less "not asked"."""
    groups: list[Group] = []
    for id in ids:
        if groups and groups[-1][-1] in deciding:
            groups[-1] = (*groups[-1], id)
        else:
            groups.append((id,))
    if len(groups) > 1 and groups[-1][-1] in deciding:
        groups[-2:] = [(*groups[-2], *groups[-1])]
    return (*groups, (NO_ANSWER,))
