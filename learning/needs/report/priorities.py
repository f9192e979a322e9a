"""Which units weigh most for a whole group, computed from the published tables alone. Pure.

    priority of a unit = (5 − confidence) × (1 + load)

as for one person (`learning.needs.scoring`), with means of the group in the place of answers.

*confidence* is the mean of the unit's competences; one without a table does not count, and when
none has a table, the mean of all that have stands in. Without any there is no order at all.

*load*, 0 to 1, is that of the situation that weighs most among those that the unit helps with:
((mean of how often − 1) / 4) × (mean of how hard / 5). How hard stands at 3 where it has no table;
a situation without a table of how often weighs nothing.

Steps that are counted together stand at their middle: "4 or 5" is 4.5. Who did not answer does not
count, except in a group that was merged with steps, where they stand with it. Units of the same
priority keep the order of the course.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from learning.course.model import Course, Subunit
from learning.needs.questionnaire import Grid, Questionnaire, Scale
from learning.needs.report.model import Group, NeedsReport, Table
from learning.needs.report.variables import STEPS, hard_of, often_of
from learning.needs.scoring import DIGITS, MIDDLE, MOST


@dataclass(frozen=True, slots=True)
class Priority:
    """`confidence` is 1 to 5, `load` 0 to 1."""

    unit: str
    priority: float
    confidence: float
    load: float


def priorities(
    course: Course, questionnaire: Questionnaire, report: NeedsReport
) -> tuple[Priority, ...]:
    """Every unit, the highest priority first; nothing when no competence has a table."""
    known = _confidences(questionnaire, report)
    if not known:
        return ()
    loads = _loads(questionnaire, report)
    found = [_of_unit(unit, known, loads.get(unit.id, 0.0)) for unit in course.subunits()]
    return tuple(sorted(found, key=lambda each: -each.priority))


def mean_of(table: Table | None) -> float | None:
    """Of the steps of a scale, 1 to 5; None without a table, or without anybody in it."""
    if table is None:
        return None
    sums = map(sum, zip(*table.counts, strict=True))
    told = [
        (middle, people)
        for group, people in zip(table.columns, sums, strict=True)
        if (middle := _middle(group)) is not None
    ]
    everybody = sum(people for _, people in told)
    return sum(middle * people for middle, people in told) / everybody if everybody else None


def _middle(group: Group) -> float | None:
    steps = [int(value) for value in group if value in STEPS]
    return fmean(steps) if steps else None


def _confidences(questionnaire: Questionnaire, report: NeedsReport) -> Mapping[str, float]:
    means = {
        question.competence: mean_of(report.one_way(question.id))
        for question in questionnaire.questions()
        if isinstance(question, Scale) and question.competence is not None
    }
    return {competence: mean for competence, mean in means.items() if mean is not None}


def _loads(questionnaire: Questionnaire, report: NeedsReport) -> Mapping[str, float]:
    found: dict[str, float] = {}
    grids = [question for question in questionnaire.questions() if isinstance(question, Grid)]
    situations = [(grid, row) for grid in grids for row in grid.rows]
    for grid, row in situations:
        often = mean_of(report.one_way(often_of(grid, row.id)))
        if often is not None:
            hard = mean_of(report.one_way(hard_of(grid, row.id))) or MIDDLE
            load = (often - 1) / 4 * hard / MOST
            for unit in row.units:
                found[unit] = max(load, found.get(unit, 0.0))
    return found


def _of_unit(unit: Subunit, known: Mapping[str, float], load: float) -> Priority:
    own = [known[competence] for competence in unit.competences if competence in known]
    confidence = fmean(own or known.values())
    return Priority(unit.id, round((MOST - confidence) * (1 + load), DIGITS), confidence, load)
