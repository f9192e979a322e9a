"""What the questions and the groups of answers of a needs report are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.screens.view import View
from learning.needs.questionnaire import Questionnaire, Scale
from learning.needs.report.codebook import Code, codebook
from learning.needs.report.model import NO_ANSWER, Group
from learning.needs.report.variables import (
    DEPARTMENT,
    LANGUAGE,
    NOT_PICKED,
    PICKED,
    SECTOR,
)


@dataclass(frozen=True)
class Labels:
    questionnaire: Questionnaire
    view: View

    @cached_property
    def codes(self) -> Mapping[str, Code]:
        return codebook(self.questionnaire)

    def variable(self, id: str) -> str:
        """In full, with the situation and the answer that may be picked."""
        code = self.codes.get(id)
        if code is None:
            return self._fact(id)
        parts = (code.row.text if code.row else code.question.prompt, code.ask or code.picked)
        named = [self.view.plain(part) for part in parts if part]
        after = [self.view.label("after the course")] if code.after else []
        return " – ".join((*named, *after))

    def group(self, variable: str, group: Group) -> str:
        """ "Every week … Every day, or no answer"; values without an order stand side by side."""
        code = self.codes.get(variable)
        named = [self.value(variable, value) for value in group if value != NO_ANSWER]
        ordered = code is not None and code.question.kind in ("scale", "grid", "number")
        if ordered and len(named) > 2:
            named = [f"{named[0]} … {named[-1]}"]
        answers = " / ".join(named)
        if NO_ANSWER not in group:
            return answers
        silent = self.value(variable, NO_ANSWER)
        if not named:
            return silent
        if code and code.passed_over:
            return self.view.label("{answers}, not asked, or no answer", answers=answers)
        return self.view.label("{answers}, or {silent}", answers=answers, silent=silent)

    def value(self, variable: str, value: str) -> str:
        code = self.codes.get(variable)
        if code and value in code.values:
            return self.view.plain(code.values[value])
        match value:
            case _ if value == NO_ANSWER and variable in (DEPARTMENT, SECTOR):
                return self.view.label("none")
            case _ if value == NO_ANSWER and code and code.after:
                return self.view.label("no second answer")
            case _ if value == NO_ANSWER and code and code.passed_over:
                return self.view.label("not asked, or no answer")
            case _ if value == NO_ANSWER:
                return self.view.label("no answer")
            case _ if value == PICKED:
                return self.view.label("chosen")
            case _ if value == NOT_PICKED:
                return self.view.label("not chosen")
        sectors = self.view.curriculum.course.sectors
        if variable == SECTOR and value in sectors:
            return self.view.plain(sectors[value])
        return self.view.own_name(value) if variable == LANGUAGE else value

    def competence(self, id: str) -> str | None:
        """The ability that a question is about."""
        code, names = self.codes.get(id), self.view.curriculum.course.competences
        question = code.question if code else None
        competence = question.competence if isinstance(question, Scale) else None
        return self.view.plain(names[competence]) if competence and competence in names else None

    def _fact(self, id: str) -> str:
        match id:
            case _ if id == DEPARTMENT:
                return self.view.label("Department")
            case _ if id == SECTOR:
                return self.view.label("Field of work")
            case _:
                return self.view.label("Language")
