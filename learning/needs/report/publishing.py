"""From the answers of a closed round to the one fixed list of tables that is published of it.

The list: each variable; each by one attribute, the same for all; and, of each situation, how hard
by how often, where how often is then not divided by the attribute. So the tables hang together as
a tree: two variables share one table at most, no chain of tables closes a ring, and every table
groups the values of a variable as its own table does, or more coarsely. In such a tree the largest
value that a hidden count can have is the smallest published count around it (Dobra and Fienberg,
"Bounds for cell entries in contingency tables given marginal totals and decomposable graphs",
PNAS 97, 2000), which is zero or at least the minimum: docs/decisions tells more.
"""

from collections import Counter
from collections.abc import Sequence

from learning.needs.answers import Response, Responses
from learning.needs.questionnaire import Grid, Questionnaire
from learning.needs.report.merging import Merged, merged_columns, merged_table
from learning.needs.report.model import EVERYBODY, Groups, NeedsReport, Table
from learning.needs.report.variables import (
    DEPARTMENT,
    SECTOR,
    Variable,
    attributes,
    hard_of,
    often_of,
    variables,
)
from learning.reports.model import FEWEST


def publish(questionnaire: Questionnaire, responses: Responses) -> NeedsReport:
    """`responses` are of one definition, which is `questionnaire`."""
    people = responses.people
    if len(people) < FEWEST:
        return NeedsReport(None, None)
    known = attributes(people)
    asked = variables(questionnaire)
    alone = _alone((*known, *asked), people)
    attribute = _attribute((*known, *asked), alone)
    pairs = _pairs(questionnaire, asked)
    by_pair = {often.id for often, _ in pairs}
    divided = [v for v in (*known, *asked) if v.id not in by_pair]
    crossed = _crossed(attribute, divided, alone, people) if attribute else []
    return NeedsReport(
        invited=_if_many(responses.invited, len(people)),
        answered=len(people),
        attribute=attribute.id if attribute else None,
        before=(
            *alone.values(),
            *crossed,
            *(t for often, hard in pairs if (t := _table(hard, often, alone, people))),
        ),
    )


def _if_many(invited: int, people: int) -> int | None:
    silent = invited - people
    return invited if silent == 0 or silent >= FEWEST else None


def _alone(found: Sequence[Variable], people: Sequence[Response]) -> dict[str, Table]:
    """The variables that can be published, each by itself."""
    tables: dict[str, Table] = {}
    for variable in found:
        counts = _counted(variable, variable.start, people)
        merged = merged_columns(
            EVERYBODY, variable.start, [counts], variable.ordered, variable.fewest
        )
        if merged:
            tables[variable.id] = _published(variable, None, merged)
    return tables


def _attribute(found: Sequence[Variable], alone: dict[str, Table]) -> Variable | None:
    """Department, else sector, else the first question about the person: what has groups."""
    first = {DEPARTMENT: 0, SECTOR: 1}
    profile = sorted((v for v in found if v.profile), key=lambda v: first.get(v.id, 2))
    return next((variable for variable in profile if variable.id in alone), None)


def _pairs(
    questionnaire: Questionnaire, asked: Sequence[Variable]
) -> tuple[tuple[Variable, Variable], ...]:
    by_id = {variable.id: variable for variable in asked}
    grids = (question for question in questionnaire.questions() if isinstance(question, Grid))
    rows = ((often_of(grid, row.id), hard_of(grid, row.id)) for grid in grids for row in grid.rows)
    return tuple((by_id[often], by_id[hard]) for often, hard in rows if often in by_id)


def _crossed(
    attribute: Variable,
    divided: Sequence[Variable],
    alone: dict[str, Table],
    people: Sequence[Response],
) -> list[Table]:
    tables = (_table(v, attribute, alone, people) for v in divided if v.id != attribute.id)
    return [table for table in tables if table]


def _table(
    of: Variable, by: Variable, alone: dict[str, Table], people: Sequence[Response]
) -> Table | None:
    if of.id not in alone or by.id not in alone:
        return None
    rows, columns = alone[by.id].columns, alone[of.id].columns
    cells = [_counted(of, columns, [p for p in people if by.value(p) in row]) for row in rows]
    fewest = max(of.fewest, by.fewest)
    merged = merged_table(rows, columns, cells, (by.ordered, of.ordered), fewest)
    return _published(of, by, merged) if merged else None


def _published(of: Variable, by: Variable | None, merged: Merged) -> Table:
    fewest = max(of.fewest, by.fewest if by else 0)
    return Table(of.id, merged.columns, merged.counts, fewest, by.id if by else None, merged.rows)


def _counted(variable: Variable, groups: Groups, people: Sequence[Response]) -> tuple[int, ...]:
    counts = Counter(map(variable.value, people))
    return tuple(sum(counts[value] for value in group) for group in groups)
