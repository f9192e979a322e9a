"""From answers to a path through the course. Pure; every rule of it stands here.

    priority of a unit = (5 − confidence) × (1 + load)

*confidence* is the mean, 1 to 5, of what the person said of the unit's competences. A competence
without an answer does not count; when none has one, the mean of all that were answered stands in,
and 3 when nothing was answered.

*load*, 0 to 1, is that of the situation that weighs most among those that the unit helps with:
((how often − 1) / 4) × (how hard / 5), each from 1 to 5. How hard stands at 3 where it was not
said; a situation whose frequency was not said weighs nothing.

The highest priority comes first; units of the same priority keep the order of the course, so
whoever answers nothing has the standard path. It orders units and never ranks people.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from statistics import fmean

from learning.course.model import Course, Subunit
from learning.needs.answers import HARD, OFTEN, Answers, level, place
from learning.needs.outcomes import Reason
from learning.needs.questionnaire import Grid, Questionnaire, Scale

MOST, MIDDLE = 5, 3
DIGITS = 9  # what floating point adds beyond is no priority


@dataclass(frozen=True, slots=True)
class Step:
    unit: str
    priority: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Load:
    situation: str
    often: int
    weight: float


def confidences(questionnaire: Questionnaire, answers: Answers) -> Mapping[str, int]:
    """Competence → 1 to 5, of those that were answered, in the order of the questionnaire."""
    said = {
        question.competence: level(answers, question.id)
        for question in questionnaire.questions()
        if isinstance(question, Scale) and question.competence is not None
    }
    return {competence: value for competence, value in said.items() if value is not None}


def loads(questionnaire: Questionnaire, answers: Answers) -> Mapping[str, Load]:
    """Unit → the situation that weighs most; of the same weight, the one that is asked first."""
    found: dict[str, Load] = {}
    grids = [question for question in questionnaire.questions() if isinstance(question, Grid)]
    rows = [(grid, row) for grid in grids for row in grid.rows]
    for grid, row in rows:
        often = level(answers, place(grid.id, row.id, OFTEN))
        if often is not None:
            hard = level(answers, place(grid.id, row.id, HARD)) or MIDDLE
            load = Load(row.id, often, (often - 1) / 4 * hard / MOST)
            for unit in row.units:
                if unit not in found or load.weight > found[unit].weight:
                    found[unit] = load
    return found


def path(course: Course, questionnaire: Questionnaire, answers: Answers) -> tuple[Step, ...]:
    """Every unit of the course with its priority and its reason, the first first."""
    said, weighing = confidences(questionnaire, answers), loads(questionnaire, answers)
    steps = [_step(unit, said, weighing.get(unit.id)) for unit in course.subunits()]
    return tuple(sorted(steps, key=lambda step: -step.priority))


def _step(unit: Subunit, said: Mapping[str, int], load: Load | None) -> Step:
    own = {competence: said[competence] for competence in unit.competences if competence in said}
    confidence = _mean(own.values()) or _mean(said.values()) or MIDDLE
    weight = load.weight if load else 0.0
    priority = round((MOST - confidence) * (1 + weight), DIGITS)
    least = min(own, key=lambda competence: own[competence], default=None)
    weighs = load if load and load.weight > 0 else None
    reason = Reason(
        competence=least,
        confidence=own[least] if least else None,
        situation=weighs.situation if weighs else None,
        often=weighs.often if weighs else None,
    )
    return Step(unit.id, priority, reason)


def _mean(values: Collection[int]) -> float | None:
    return fmean(values) if values else None
