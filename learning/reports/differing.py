"""What follows from two reports of different days, laid side by side.

Wherever both tell of the same people, by one attribute or by two, the numbers are the same or
differ by enough: so nobody's step is read from a difference. Groups may have been merged
differently; then the smallest groups that both can be added up to are compared.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from learning.reports.model import CourseReport, Groups, Table

EVERYBODY, BEGUN = "everybody", "begun"  # whom a table divides
Group = frozenset[Hashable]


class Facts(NamedTuple):
    """The counts of one table by its axes; `groups` divide each axis."""

    of: str
    axes: tuple[str, ...]
    groups: tuple[tuple[Group, ...], ...]
    cells: dict[tuple[Group, ...], int]


def tells_on_somebody(earlier: CourseReport, later: CourseReport, fewest: int) -> bool:
    """Whether the difference of both is about fewer than `fewest` people somewhere."""
    return any(
        0 < abs(before - after) < fewest
        for one in _facts(earlier, later.first_week)
        for other in _facts(later, later.first_week)
        if one.of == other.of
        for before, after in _compared(one, other)
    )


def _facts(report: CourseReport, first_week: date | None) -> Iterable[Facts]:
    """Weeks before `first_week` count as one, whenever they were told apart."""
    if report.people is None:
        return
    yield Facts(EVERYBODY, (), (), {(): report.people})
    if report.unreachable is not None:
        groups: tuple[Group, ...] = (frozenset({False}), frozenset({True}))
        counts = (report.unreachable, report.people - report.unreachable)
        reach: dict[tuple[Group, ...], int] = {
            (group,): people for group, people in zip(groups, counts, strict=True)
        }
        yield Facts(EVERYBODY, ("reach",), (groups,), reach)
    for table, of, axes in (
        (report.departments, EVERYBODY, ("department", "place")),
        (report.weeks and _since(report.weeks, first_week), EVERYBODY, ("week", "place")),
        (report.stages, EVERYBODY, ("place",)),
        (report.steps, EVERYBODY, ("place",)),
        (report.days, BEGUN if report.days_of_begun else EVERYBODY, ("days",)),
    ):
        if table is not None:
            yield _of_table(table, of, axes)


def _since(table: Table, first: date | None) -> Table:
    def seen(label: Hashable) -> Hashable:
        return None if first and isinstance(label, date) and label < first else label

    return replace(table, rows=tuple(tuple({seen(each) for each in row}) for row in table.rows))


def _of_table(table: Table, of: str, axes: tuple[str, ...]) -> Facts:
    rows, columns = _sets(table.rows), _sets(table.columns)
    cells: Counter[tuple[Group, ...]] = Counter()  # rows may have become the same
    if len(axes) == 1 or columns == (frozenset(),):
        for row, people in zip(rows, table.sums, strict=True):
            cells[(row,)] += people
        return Facts(of, axes[:1], (rows,), cells)
    for row, counts in zip(rows, table.counts, strict=True):
        for column, people in zip(columns, counts, strict=True):
            cells[row, column] += people
    return Facts(of, axes, (rows, columns), cells)


def _sets(groups: Groups) -> tuple[Group, ...]:
    return tuple(map(frozenset, groups))


def _compared(one: Facts, other: Facts) -> Iterable[tuple[int, int]]:
    """Pairs of counts of the same people: by the axes that both have, and in all."""
    shared = [axis for axis in one.axes if axis in other.axes]
    for axes in {(), tuple(shared), *((axis,) for axis in shared)}:
        common = [
            _common(one.groups[one.axes.index(axis)], other.groups[other.axes.index(axis)])
            for axis in axes
        ]
        before, after = _summed(one, axes, common), _summed(other, axes, common)
        yield from ((before[cell], after[cell]) for cell in {*before, *after})


def _summed(facts: Facts, axes: tuple[str, ...], common: list[list[Group]]) -> Counter[Hashable]:
    sums: Counter[Hashable] = Counter()
    for cell, people in facts.cells.items():
        groups = (cell[facts.axes.index(axis)] for axis in axes)
        within = zip(groups, common, strict=True)
        sums[tuple(next(c for c in each if group <= c) for group, each in within)] += people
    return sums


def _common(one: Iterable[Group], other: Iterable[Group]) -> list[Group]:
    """The smallest groups that those of both add up to. A value that only one of them knows had
    nobody in the other."""
    found: list[Group] = []
    for group in (*one, *other):
        touched = [each for each in found if each & group]
        found = [each for each in found if not each & group]
        found.append(frozenset().union(group, *touched))
    return found
