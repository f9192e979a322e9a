"""Which units matter most to a group: tables of cases, worked out by hand."""

import pytest

from learning.needs.report.model import EVERYBODY, Groups, NeedsReport, Table
from learning.needs.report.priorities import Priority, mean_of, priorities
from tests.asked_questions import QUESTIONNAIRE
from tests.curricula import small

COURSE = small().course


def steps(of: str, *counted: tuple[str, int]) -> Table:
    """ "4+5" are two steps counted together."""
    columns: Groups = tuple(tuple(values.split("+")) for values, _ in counted)
    return Table(of, columns, (tuple(people for _, people in counted),), 10, None, EVERYBODY)


@pytest.mark.parametrize(
    ("table", "mean"),
    [
        (steps("ability", ("1", 10), ("5", 10)), 3.0),
        (steps("ability", ("1+2", 10), ("4", 30)), 3.375),
        (steps("ability", ("1", 10), ("-", 90)), 1.0),
        (steps("ability", ("1", 10), ("5+-", 10)), 3.0),
        (steps("ability", ("-", 12)), None),
        (steps("ability", ("3", 0)), None),
        (None, None),
    ],
)
def test_steps_counted_together_stand_at_their_middle(
    table: Table | None, mean: float | None
) -> None:
    assert mean_of(table) == mean


def ordered(*tables: Table) -> list[tuple[str, float]]:
    found = priorities(COURSE, QUESTIONNAIRE, NeedsReport(None, 60, None, tables))
    return [(each.unit, each.priority) for each in found]


def test_without_abilities_there_is_no_order() -> None:
    assert ordered(steps("desk.papers.often", ("5", 60))) == []


def test_what_is_often_and_hard_comes_first() -> None:
    ability = steps("ability", ("2", 30), ("4", 30))
    often, hard = steps("desk.papers.often", ("5", 60)), steps("desk.papers.hard", ("5", 60))
    assert ordered(ability, often, hard)[0] == ("words", 4.0)
    assert ordered(ability, often)[0] == ("words", 3.2)  # how hard stands at 3


def test_units_of_one_priority_keep_the_order_of_the_course() -> None:
    found = ordered(steps("ability", ("3", 60)))
    assert found == [(unit.id, 2.0) for unit in COURSE.subunits()]


def test_a_priority_tells_what_it_is_made_of() -> None:
    ability, often = steps("ability", ("3", 60)), steps("desk.families.often", ("3", 60))
    report = NeedsReport(None, 60, None, (ability, often))
    first = priorities(COURSE, QUESTIONNAIRE, report)[0]
    assert first == Priority("journey", 2.6, 3.0, 0.3)
