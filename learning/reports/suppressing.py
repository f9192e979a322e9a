"""Nothing is shown about too few people, and nothing about them follows from what is shown.

Small counts are merged, never blanked: a blank in a table with totals is a sum away from being
known. Whatever can't be merged until every count is large enough is left out whole.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from learning.reports.model import Groups, Table

EVERYBODY: tuple[Hashable, ...] = ()  # the only column of a table by one attribute
V = TypeVar("V", bound=Hashable)
R = TypeVar("R", bound=Hashable)
C = TypeVar("C", bound=Hashable)


def merge_neighbours(rows: Sequence[Sequence[int]], fewest: int) -> tuple[range, ...]:
    """The rows in runs, as many as there can be, such that each column of each run has at least
    `fewest` people. One run when that cannot be; none for no rows."""
    runs: list[range] = []
    start = 0
    for stop in range(1, len(rows) + 1):
        if all(sum(column) >= fewest for column in zip(*rows[start:stop], strict=True)):
            runs.append(range(start, stop))
            start = stop
    if start < len(rows):
        last = runs.pop().start if runs else 0
        runs.append(range(last, len(rows)))
    return tuple(runs)


def merge_small(counts: Mapping[V, int], fewest: int) -> Groups:
    """The values from the largest on, the small ones together as the last group. When these are
    too few even so, the smallest of the others joins them, or a subtraction would show them."""
    largest_first = sorted(counts, key=lambda value: (-counts[value], str(value)))
    large = [value for value in largest_first if counts[value] >= fewest]
    small = [value for value in largest_first if counts[value] < fewest]
    if small and large and sum(counts[value] for value in small) < fewest:
        small.insert(0, large.pop())
    together = (tuple(small),) if small else ()
    return (*((value,) for value in large), *together)


def joined(groups: Groups, runs: Sequence[range]) -> Groups:
    """Neighbouring groups as one, run by run."""
    return tuple(tuple(value for at in run for value in groups[at]) for run in runs)


def tabulated(counts: Mapping[tuple[R, C], int], rows: Groups, columns: Groups) -> Table:
    """People by the groups that their two values are in."""
    at_row = {value: at for at, group in enumerate(rows) for value in group}
    at_column = {value: at for at, group in enumerate(columns) for value in group}
    cells = [[0] * len(columns) for _ in rows]
    for (row, column), people in counts.items():
        if row in at_row and column in at_column:
            cells[at_row[row]][at_column[column]] += people
    return Table(rows, columns, tuple(map(tuple, cells)))


def crossed(
    counts: Mapping[tuple[R, C], int], rows: Groups, columns: Groups, fewest: int
) -> Table | None:
    """`rows` by `columns`, these merged with their neighbours until every cell is large enough;
    None when a single row is left, which says nothing."""
    if len(rows) < 2:
        return None
    fine = tabulated(counts, rows, columns)
    runs = merge_neighbours(list(zip(*fine.counts, strict=True)), fewest)
    return tabulated(counts, rows, joined(columns, runs))


def in_order(counts: Mapping[V, int], values: Groups, fewest: int) -> Table | None:
    """People by one attribute whose `values` have an order; None when all fell together."""
    fine = [(people,) for people in sums_of(counts, values)]
    runs = merge_neighbours(fine, fewest)
    if len(runs) < 2:
        return None
    merged = joined(values, runs)
    return Table(merged, (EVERYBODY,), tuple((sum_,) for sum_ in sums_of(counts, merged)))


def sums_of(counts: Mapping[V, int], groups: Groups) -> tuple[int, ...]:
    at_group = {value: at for at, group in enumerate(groups) for value in group}
    sums = [0] * len(groups)
    for value, people in counts.items():
        if value in at_group:
            sums[at_group[value]] += people
    return tuple(sums)
