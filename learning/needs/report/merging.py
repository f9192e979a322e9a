"""Small counts are merged, in a stated order, until every count is zero or large enough.

1. Answers first: the smallest group that is too small somewhere joins, among values with an order,
   the smaller of its neighbours; among others, the smallest of the rest. Of two alike the earlier.
2. Then "no answer", which stays by itself wherever it can. Too small, it joins the largest group,
   where it weighs least and moves a mean least; its label says so.
3. When a table by an attribute cannot be saved so, the smallest group of the attribute joins
   another by the same two rules, and the merging begins again.
4. A table in which fewer than two groups are left is dropped whole.

Nothing is ever blanked, so there are no holes to solve.
"""

from collections.abc import Sequence
from typing import NamedTuple

from learning.needs.report.model import NO_ANSWER, SILENT, Group, Groups

Counts = Sequence[Sequence[int]]  # row by row, one column a group


class Merged(NamedTuple):
    rows: Groups
    columns: Groups
    counts: tuple[tuple[int, ...], ...]


def merged_columns(
    rows: Groups, columns: Groups, counts: Counts, ordered: bool, fewest: int
) -> Merged | None:
    """`rows` stay as they are; None when it cannot be."""
    groups, cells = list(columns), [list(row) for row in counts]
    while small := _too_small(cells, len(groups), fewest):
        if len(groups) == 1:
            return None
        at = min(small, key=lambda it: (groups[it] == SILENT, _sum(cells, it), it))
        _join(groups, cells, at, _partner(groups, cells, at, ordered))
    if not all(_tells_on_nobody(groups, row) for row in cells):
        return None
    if sum(1 for column in range(len(groups)) if _sum(cells, column)) < 2:
        return None
    return Merged(rows, tuple(groups), tuple(map(tuple, cells)))


def merged_table(
    rows: Groups, columns: Groups, counts: Counts, ordered: tuple[bool, bool], fewest: int
) -> Merged | None:
    """Merges columns first, then rows; `ordered` tells it of rows and of columns."""
    groups, cells = list(rows), [list(row) for row in counts]
    while len(groups) > 1:
        found = merged_columns(tuple(groups), columns, cells, ordered[1], fewest)
        if found:
            return found
        turned = [list(column) for column in zip(*cells, strict=True)]
        rest = range(len(groups))
        at = min(rest, key=lambda it: (groups[it] == SILENT, _sum(turned, it), it))
        _join(groups, turned, at, _partner(groups, turned, at, ordered[0]))
        cells = [list(row) for row in zip(*turned, strict=True)]
    return None


def _too_small(cells: Counts, columns: int, fewest: int) -> list[int]:
    return [at for at in range(columns) if any(0 < row[at] < fewest for row in cells)]


def _sum(cells: Counts, column: int) -> int:
    return sum(row[column] for row in cells)


def _partner(groups: Sequence[Group], cells: Counts, at: int, ordered: bool) -> int:
    answers = [it for it, group in enumerate(groups) if it != at and group != SILENT]
    if groups[at] == SILENT:
        return max(answers, key=lambda it: (_sum(cells, it), -it))
    near = [it for it in answers if not ordered or abs(it - at) == 1]
    silent = [it for it, group in enumerate(groups) if group == SILENT]
    return min(near or silent, key=lambda it: (_sum(cells, it), it))


def _join(groups: list[Group], cells: list[list[int]], one: int, other: int) -> None:
    first, second = sorted((one, other))
    groups[first] = (*groups[first], *groups.pop(second))
    for row in cells:
        row[first] += row.pop(second)


def _tells_on_nobody(columns: Sequence[Group], row: Sequence[int]) -> bool:
    """Whether belonging to a row leaves open what somebody answered."""
    held = [group for group, people in zip(columns, row, strict=True) if people]
    return len(held) != 1 or NO_ANSWER in held[0]
