"""What the ids in the published tables stand for. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learning.course.words import Words
from learning.needs.questionnaire import (
    Grid,
    Number,
    Question,
    Questionnaire,
    Row,
    Scale,
    Several,
    ShortText,
    Single,
    Use,
)
from learning.needs.report.model import after_of
from learning.needs.report.variables import hard_of, often_of


@dataclass(frozen=True)
class Code:
    """A variable: the question, and of a grid its row with `ask` (how often, how hard), of several
    answers the one that is `picked` or not. `after`: it was asked once more, after the course.
    `values` name its values in order; those of a picked one, and no answer, have their names from
    the reader's language alone."""

    question: Question
    values: Mapping[str, Words] = field(default_factory=dict)
    row: Row | None = None
    ask: Words | None = None
    picked: Words | None = None
    after: bool = False

    @property
    def passed_over(self) -> bool:
        """Whether some are not asked: how hard is what never happens, or who serves nobody?"""
        hard = isinstance(self.question, Grid) and self.ask == self.question.ask_hard
        return hard or bool(self.question.when)


def codebook(questionnaire: Questionnaire) -> Mapping[str, Code]:
    """Every variable of the report by its id, in the order of the questionnaire."""
    return {
        id: code
        for question in questionnaire.questions()
        if Use.REPORT in question.uses
        for id, code in _codes(question, questionnaire).items()
    } | {
        after_of(question.id): Code(question, _steps(questionnaire, question.scale), after=True)
        for question in questionnaire.block_again()
        if isinstance(question, Scale)
    }


def _codes(question: Question, questionnaire: Questionnaire) -> Mapping[str, Code]:
    match question:
        case Single():
            return {question.id: Code(question, {it.id: it.text for it in question.options})}
        case Number():
            return {question.id: Code(question, {it.id: it.text for it in question.bands})}
        case Scale():
            return {question.id: Code(question, _steps(questionnaire, question.scale))}
        case Several():
            return {
                f"{question.id}.{option.id}": Code(question, picked=option.text)
                for option in question.options
                if not option.alone
            }
        case ShortText():
            return {
                f"{question.id}.{category.id}": Code(question, picked=category.text)
                for category in question.categories
            }
        case Grid():
            return _of_grid(question, questionnaire)
        case _:
            return {}


def _of_grid(grid: Grid, questionnaire: Questionnaire) -> Mapping[str, Code]:
    often, hard = _steps(questionnaire, grid.often), _steps(questionnaire, grid.hard)
    found: dict[str, Code] = {}
    for row in grid.rows:
        found[often_of(grid, row.id)] = Code(grid, often, row, grid.ask_often)
        found[hard_of(grid, row.id)] = Code(grid, hard, row, grid.ask_hard)
    return found


def _steps(questionnaire: Questionnaire, scale: str) -> Mapping[str, Words]:
    return {step.id: step.text for step in questionnaire.scales[scale]}
