"""From counts to what may be shown of them.

All tables are parts of one tree: departments and weeks are each crossed with stages and never
with each other, steps and days divide what a shown group of stages holds. In such a tree nothing
more follows about a hidden count than that it is at most the smallest shown count around it.
"""

from collections import Counter
from collections.abc import Hashable, Mapping
from datetime import date
from typing import TypeVar

from learning.reports.ladder import Ladder
from learning.reports.model import (
    FEWEST,
    CourseCounts,
    CourseReport,
    Groups,
    Progress,
    Stage,
    Table,
)
from learning.reports.suppressing import (
    EVERYBODY,
    crossed,
    in_order,
    joined,
    merge_neighbours,
    merge_small,
    sums_of,
)

V = TypeVar("V", bound=Hashable)

BANDS = (0, 5, 10, 20, 40)  # days learned: from this many on, to the next


def publish(counts: CourseCounts, ladder: Ladder, fewest: int = FEWEST) -> CourseReport:
    """Every count in it, and every count that follows from it, is of at least `fewest`."""
    people = counts.people
    if people < fewest:
        return CourseReport(counts.organisation, None)
    departments = _placed(counts.by_department, ladder)
    weeks = _placed(counts.by_week, ladder)
    places = _second(departments)
    stages = in_order(places, _by_stage(ladder), fewest)
    columns = stages.rows if stages else (tuple(range(len(ladder.steps))),)
    of_begun = columns[0] == (0,)
    by_size = merge_small(_first(departments), fewest)
    by_department = crossed(departments, by_size, columns, fewest)
    by_week = crossed(weeks, _weeks(_first(weeks), fewest), columns, fewest)
    return CourseReport(
        organisation=counts.organisation,
        people=people,
        departments=by_department,
        weeks=by_week if _in_one_tree(by_department, by_week) else None,
        stages=stages,
        steps=_steps(places, columns, fewest),
        days=_days(counts.by_days, of_begun, fewest),
        days_of_begun=of_begun,
        unreachable=_if_many(counts.unreachable, people, fewest),
        first_week=counts.first_week,
    )


def _in_one_tree(one: Table | None, other: Table | None) -> bool:
    """Whether the columns of both lie within each other or apart: where two overlap, the people
    between them would follow."""
    if one is None or other is None:
        return True
    pairs = ((set(left), set(right)) for left in one.columns for right in other.columns)
    return all(left <= right or right <= left or not left & right for left, right in pairs)


def _placed(counts: Mapping[tuple[V, Progress], int], ladder: Ladder) -> Counter[tuple[V, int]]:
    """People by a value and by their place on the ladder."""
    cells: Counter[tuple[V, int]] = Counter()
    for (value, progress), people in counts.items():
        cells[value, ladder.place(progress)] += people
    return cells


def _first(cells: Counter[tuple[V, int]]) -> Counter[V]:
    sums: Counter[V] = Counter()
    for (value, _), people in cells.items():
        sums[value] += people
    return sums


def _second(cells: Counter[tuple[V, int]]) -> Counter[int]:
    sums: Counter[int] = Counter()
    for (_, place), people in cells.items():
        sums[place] += people
    return sums


def _by_stage(ladder: Ladder) -> Groups:
    """The places on the ladder, stage by stage."""
    places = range(len(ladder.steps))
    stages = (tuple(p for p in places if ladder.stage(p) is stage) for stage in Stage)
    return tuple(stage for stage in stages if stage)


def _weeks(joined_in: Mapping[date | None, int], fewest: int) -> Groups:
    weeks = sorted(joined_in, key=lambda week: week or date.min)
    runs = merge_neighbours([(joined_in[week],) for week in weeks], fewest)
    return joined(tuple((week,) for week in weeks), runs)


def _steps(places: Mapping[int, int], stages: Groups, fewest: int) -> Table | None:
    """Each shown group of stages in finer parts, if there are any."""
    groups: list[tuple[Hashable, ...]] = []
    for stage in stages:
        parts = in_order(places, tuple((place,) for place in stage), fewest)
        groups += parts.rows if parts else (stage,)
    if len(groups) <= len(stages):
        return None
    sums = sums_of(places, tuple(groups))
    return Table(tuple(groups), (EVERYBODY,), tuple((people,) for people in sums))


def _days(counts: Mapping[tuple[bool, int], int], of_begun: bool, fewest: int) -> Table | None:
    bands: Counter[int] = Counter()
    for (begun, days), people in counts.items():
        if begun or not of_begun:
            bands[max(band for band in BANDS if band <= days)] += people
    return in_order(bands, tuple((band,) for band in BANDS), fewest)


def _if_many(part: int, whole: int, fewest: int) -> int | None:
    """A part is shown when both it and the rest are of enough people."""
    return part if part >= fewest and whole - part >= fewest else None
