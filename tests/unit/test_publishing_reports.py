"""What a coordinator sees tells nothing about too few people, however it is added up."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from learning.reports.ladder import Ladder, Step, StepKind, ladder_of
from learning.reports.model import (
    FEWEST,
    FEWEST_OF_ATTITUDES,
    CourseCounts,
    CourseReport,
    Groups,
    Progress,
    Stage,
    Table,
)
from learning.reports.publishing import BANDS, publish
from learning.reports.suppressing import merge_neighbours, merge_small
from tests.curricula import small

LADDER = Ladder(
    (
        Step(StepKind.NOT_BEGUN, 0),
        Step(StepKind.BEGUN, 0),
        Step(StepKind.LESSONS, 2, "a"),
        Step(StepKind.SCENARIO, 3, "a"),
        Step(StepKind.LESSONS, 5, "b"),
        Step(StepKind.FINISHED, 6),
    )
)
PLACES = range(len(LADDER.steps))
AT = (
    Progress(False, False, 0),
    *(Progress(True, False, done) for done in (0, 2, 3, 5)),
    Progress(True, True, 6),
)
WEEKS = (None, *(date(2026, 11, 2) + timedelta(weeks=n) for n in range(3)))


@dataclass(frozen=True)
class Learner:
    department: str | None
    week: date | None
    place: int
    days: int
    reachable: bool


Town = tuple[Learner, ...]

DEPARTMENTS = (None, "Care", "Desk", "Registry", "Schools")
DAYS = (0, 1, 4, 5, 12, 41)


def among(values: Iterable[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from(tuple(values))


learners = st.builds(
    Learner, among(DEPARTMENTS), among(WEEKS), among(PLACES), among(DAYS), st.booleans()
)
# Few departments and weeks in most towns, so that groups are large enough to be shown.
towns = st.tuples(st.integers(1, 5), st.integers(1, 4)).flatmap(
    lambda most: st.lists(
        st.builds(
            Learner,
            among(DEPARTMENTS[: most[0]]),
            among(WEEKS[: most[1]]),
            among(PLACES),
            among(DAYS),
            st.booleans(),
        ),
        max_size=60,
    ).map(tuple)
)
fewests = st.sampled_from([2, 3, FEWEST, FEWEST_OF_ATTITUDES])


def counted(town: Town) -> CourseCounts:
    return CourseCounts(
        organisation="Egaleo",
        by_department=Counter((each.department, AT[each.place]) for each in town),
        by_week=Counter((each.week, AT[each.place]) for each in town),
        by_days=Counter((each.place > 0, each.days) for each in town),
        unreachable=sum(not each.reachable for each in town),
    )


def band(days: int) -> int:
    return max(each for each in BANDS if each <= days)


Value = Callable[[Learner], Hashable]


def values(report: CourseReport) -> list[tuple[Table, Value, Value]]:
    """The published tables, with what of a learner their rows and columns are about."""
    tables: list[tuple[Table | None, Value, Value]] = [
        (report.departments, lambda it: it.department, lambda it: it.place),
        (report.weeks, lambda it: it.week, lambda it: it.place),
        (report.stages, lambda it: it.place, nothing),
        (report.steps, lambda it: it.place, nothing),
        (report.days, lambda it: band(it.days), nothing),
    ]
    return [(table, row, column) for table, row, column in tables if table is not None]


def nothing(learner: Learner) -> Hashable:
    return None


def shows(report: CourseReport, town: Town) -> bool:
    """Whether `town` is one that the published counts may be about."""
    same = report.people == len(town)
    if report.unreachable is not None:
        same &= report.unreachable == sum(not each.reachable for each in town)
    for table, row, column in values(report):
        whom = [each for each in town if each.place or not is_of_begun(report, table)]
        same &= table.counts == tuple(
            tuple(
                sum(row(it) in of_row and (column(it) in of_column or not of_column) for it in whom)
                for of_column in table.columns
            )
            for of_row in table.rows
        )
    return same


def is_of_begun(report: CourseReport, table: Table) -> bool:
    return table is report.days and report.days_of_begun


def group_of(value: Hashable, groups: Groups | None, all_values: Iterable[Hashable]) -> set[object]:
    return set(next((g for g in groups or () if value in g), all_values))


def swapped(
    town: Town, who: list[int], attribute: str, wanted: set[object], others: list[int]
) -> Town:
    """`who` get a value that is `wanted` from `others` among whom it is only counted."""
    changed = list(town)
    givers = [at for at in others if getattr(changed[at], attribute) in wanted and at not in who]
    for at in who:
        if getattr(changed[at], attribute) not in wanted:
            giver = givers.pop()
            mine, theirs = getattr(changed[at], attribute), getattr(changed[giver], attribute)
            changed[at] = replace(changed[at], **{attribute: theirs})
            changed[giver] = replace(changed[giver], **{attribute: mine})
    return tuple(changed)


def another_town(report: CourseReport, town: Town, one: Learner, fewest: int) -> Town:
    """A town in which at least `fewest` are as `one`, as far as the report can tell."""
    steps = report.steps or report.stages
    step = group_of(one.place, steps.rows if steps else None, PLACES)
    who = [at for at, each in enumerate(town) if each.place in step][:fewest]
    for table, attribute, known in (
        (report.departments, "department", set(DEPARTMENTS)),
        (report.weeks, "week", set(WEEKS)),
    ):
        stage = group_of(one.place, table.columns if table else None, PLACES)
        others = [at for at, each in enumerate(town) if each.place in stage]
        wanted = group_of(getattr(one, attribute), table.rows if table else None, known)
        town = swapped(town, who, attribute, wanted, others)
    if report.days is not None and (one.place or not report.days_of_begun):
        others = [at for at, it in enumerate(town) if it.place or not report.days_of_begun]
        bands = group_of(band(one.days), report.days.rows, BANDS)
        days: set[object] = {it.days for it in town if band(it.days) in bands}
        town = swapped(town, who, "days", days, others)
    changed = list(town)
    for at in who:  # within a shown group everybody may be the same
        changed[at] = replace(
            changed[at],
            place=one.place,
            department=one.department,
            week=one.week,
            days=one.days,
        )
    return tuple(changed)


def alike(town: Town, one: Learner) -> int:
    same = (one.department, one.week, one.place, one.days)
    return sum((it.department, it.week, it.place, it.days) == same for it in town)


@settings(max_examples=150, deadline=None)
@given(towns, fewests)
def test_no_shown_count_is_below_the_minimum(town: Town, fewest: int) -> None:
    report = publish(counted(town), LADDER, fewest)
    if len(town) < fewest:
        assert report == CourseReport("Egaleo", None)
        return
    assert shows(report, town)
    for table, _, _ in values(report):
        assert min(count for row in table.counts for count in row) >= fewest
        assert len(table.rows) > 1


@settings(max_examples=150, deadline=None)
@given(towns, fewests, learners)
def test_about_any_way_of_being_there_may_be_enough_people(
    town: Town, fewest: int, one: Learner
) -> None:
    """For every combination of department, week, place and days, however few there are (or none
    at all), there is a town with enough of them that looks just the same. A department or a week
    without anybody is about nobody."""
    report = publish(counted(town), LADDER, fewest)
    present = {it.department for it in town}, {it.week for it in town}
    if report.people is None or one.department not in present[0] or one.week not in present[1]:
        return
    other = another_town(report, town, one, fewest)
    assert shows(report, other)
    assert alike(other, one) >= fewest


@settings(deadline=None)
@given(towns, fewests)
def test_all_tables_divide_the_same_people(town: Town, fewest: int) -> None:
    report = publish(counted(town), LADDER, fewest)
    for table, _, _ in values(report):
        left_out = sum(not it.place for it in town) if is_of_begun(report, table) else 0
        assert sum(table.sums) == len(town) - left_out


def in_week(week: int, *places: int) -> Town:
    return tuple(Learner("Care", WEEKS[week], place, 0, True) for place in places)


# By itself each table would merge the one who has just begun with other neighbours.
ONE_IN_BETWEEN = (*in_week(1, 0, 0, 0, 3, 3), *in_week(2, 0, 1, 3, 3))


@settings(max_examples=100, deadline=None)
@given(towns, fewests)
@example(ONE_IN_BETWEEN, 2)
def test_groups_of_progress_lie_within_each_other_or_apart(town: Town, fewest: int) -> None:
    """Two that overlap would tell the people between them."""
    report = publish(counted(town), LADDER, fewest)
    crosses = [table.columns for table in (report.departments, report.weeks) if table]
    ladders = [table.rows for table in (report.stages, report.steps) if table]
    every = [set(group) for groups in (*crosses, *ladders) for group in groups]
    for one, other in combinations(every, 2):
        assert one <= other or other <= one or not one & other


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12), fewests)
def test_merged_neighbours_keep_their_order_and_everybody(
    rows: list[tuple[int, int]], fewest: int
) -> None:
    runs = merge_neighbours(rows, fewest)
    assert [at for run in runs for at in run] == list(range(len(rows)))
    if len(runs) > 1:
        assert min(sum(rows[at][c] for at in run) for run in runs for c in (0, 1)) >= fewest


@pytest.mark.parametrize(
    ("counts", "groups"),
    [
        ({}, ()),
        ({"a": 7, "b": 9}, (("b",), ("a",))),
        ({"a": 7, "b": 2, "c": 3}, (("a",), ("c", "b"))),
        ({"a": 7, "b": 2, "c": 9}, (("c",), ("a", "b"))),  # 2 would follow by subtraction
        ({"a": 7, None: 1}, (("a", None),)),
        ({"a": 2, "b": 2}, (("a", "b"),)),
    ],
)
def test_small_departments_become_others(counts: dict[Hashable, int], groups: Groups) -> None:
    assert merge_small(counts, FEWEST) == groups


def test_a_town_of_three_departments_is_shown_in_groups() -> None:
    fresh, half, done = AT[0], AT[3], AT[5]
    town = (
        *(Learner("Care", WEEKS[1], 3, 5, True) for _ in range(6)),
        *(Learner("Desk", WEEKS[2], 0, 0, True) for _ in range(5)),
        *(Learner("Schools", WEEKS[2], 5, 20, False) for _ in range(3)),
    )
    assert {fresh, half, done} == {AT[it.place] for it in town}
    report = publish(counted(town), LADDER)
    assert report.people == 14
    assert report.departments is not None
    assert report.departments.rows == (("Care",), ("Desk", "Schools"))
    assert report.departments.sums == (6, 8)
    assert report.departments.columns == (tuple(PLACES),), "Desk alone has not begun"
    assert report.stages is not None
    assert report.stages.rows == ((0,), (1, 2, 3, 4, 5))
    assert report.stages.sums == (5, 9)
    assert report.days_of_begun
    assert report.unreachable is None


@pytest.mark.parametrize(
    ("progress", "step", "stage"),
    [
        (Progress(False, False, 0), StepKind.NOT_BEGUN, Stage.NOT_BEGUN),
        (Progress(True, False, 1), StepKind.BEGUN, Stage.BEGUN),
        (Progress(True, False, 2), StepKind.LESSONS, Stage.BEGUN),
        (Progress(True, False, 3), StepKind.SCENARIO, Stage.HALF),
        (Progress(True, False, 4), StepKind.LESSONS, Stage.HALF),
        (Progress(True, False, 99), StepKind.LESSONS, Stage.HALF),
        (Progress(True, True, 0), StepKind.FINISHED, Stage.FINISHED),
    ],
)
def test_everybody_stands_on_one_step(progress: Progress, step: StepKind, stage: Stage) -> None:
    ladder = ladder_of(small())
    place = ladder.place(progress)
    assert (ladder.steps[place].kind, ladder.stage(place)) == (step, stage)
