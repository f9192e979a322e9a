"""What was answered a second time, after the course, beside what was published of the first.

Counted once, later than the report of the round, and hung onto its tables: each ability by itself,
and by what the same people said before. So a table more hangs on each ability like a leaf on the
tree (`publishing`), and what holds for the tree holds with its leaves.

Everybody of the first report is in these tables too. Who did not answer again, skipped it, or has
erased their answers since, stands under "no answer": so the rows add up to what was published, and
nobody can be found by taking one report from the other. For the same reason nothing tells how many
were asked again.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from learning.needs.answers import Response
from learning.needs.questionnaire import Questionnaire
from learning.needs.report.merging import Merged, merged_columns, merged_table
from learning.needs.report.model import (
    EVERYBODY,
    NO_ANSWER,
    Group,
    Groups,
    NeedsReport,
    Table,
    after_of,
)
from learning.needs.report.priorities import mean_of
from learning.needs.report.variables import Variable, variables_of

Row = Mapping[str, int]  # people by what they said the second time


def publish_change(
    questionnaire: Questionnaire, report: NeedsReport, people: Sequence[Response]
) -> tuple[Table, ...]:
    """`people` are those of the round whose answers are still kept. Nothing while too few have
    answered again for any table."""
    again = (v for q in questionnaire.block_again() for v in variables_of(q, frozenset()))
    return tuple(
        table
        for variable in again
        if (before := report.one_way(variable.id))
        for table in _tables(variable, before, people)
    )


def _tables(variable: Variable, before: Table, people: Sequence[Response]) -> tuple[Table, ...]:
    rows = [
        _row(variable, group, published, people)
        for group, published in zip(before.columns, before.counts[0], strict=True)
    ]
    fewest = variable.fewest
    everybody = [sum(counts) for counts in zip(*_cells(rows, variable.start), strict=True)]
    alone = merged_columns(EVERYBODY, variable.start, [everybody], variable.ordered, fewest)
    if alone is None:
        return ()
    ordered = (variable.ordered, variable.ordered)
    cells = _cells(rows, alone.columns)
    compared = merged_table(before.columns, alone.columns, cells, ordered, fewest)
    found = (_table(variable, None, alone), compared and _table(variable, variable.id, compared))
    return tuple(table for table in found if table)


def _row(variable: Variable, group: Group, published: int, people: Sequence[Response]) -> Row:
    """Of those who said one of `group` the first time; whoever is gone counts as silent."""
    again = (replace(who, answers=who.again) for who in people if variable.value(who) in group)
    said = Counter(map(variable.value, again))
    said[NO_ANSWER] = published - sum(n for value, n in said.items() if value != NO_ANSWER)
    return said


def _cells(rows: Sequence[Row], groups: Groups) -> list[list[int]]:
    return [[sum(row.get(value, 0) for value in group) for group in groups] for row in rows]


def _table(variable: Variable, by: str | None, merged: Merged) -> Table:
    of = after_of(variable.id)
    return Table(of, merged.columns, merged.counts, variable.fewest, by, merged.rows)


def mean_before_of_the_same(compared: Table) -> float | None:
    """1 to 5, of those who answered again; None where they cannot be told from the others."""
    again = compared.of_those_who_answered()
    if any(NO_ANSWER in group for group in again.columns):
        return None
    people = tuple(map(sum, again.counts))
    return mean_of(replace(again, columns=again.rows, counts=(people,), rows=EVERYBODY))
