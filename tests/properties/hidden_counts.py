"""What somebody who solves all published tables together can find out about a hidden count.

The unknowns are the numbers of people with each possible profile: every answer, and the
department. Each published count is an equation over them. A linear programme then tells the
largest value that a hidden count can have; whole numbers could only allow less where the bound is
no whole number, and it is one for tables that hang together as a tree.
"""

from collections.abc import Callable, Sequence

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from learning.needs.answers import SKIPPED, Response
from learning.needs.report.model import EVERYBODY, Table

Reader = Callable[[Response], str]
Reads = Callable[[str], Reader]


def reads(variable: str) -> Reader:
    """The value of a variable, found by the reader's own eyes and not by the report's code."""
    if variable == "department":
        return lambda who: who.department or "-"
    question, _, option = variable.partition(".")
    if option == "after":
        return lambda who: (who.again.get(question, SKIPPED) or ("-",))[0]
    if question == "tasks":
        return lambda who: "picked" if option in who.answers.get(question, ()) else "not-picked"
    return lambda who: (who.answers.get(variable, SKIPPED) or ("-",))[0]


class Solver:
    def __init__(self, profiles: Sequence[Response], tables: Sequence[Table], people: int) -> None:
        self._profiles = profiles
        rows: list[list[bool]] = [[True] * len(profiles)]
        sums = [people]
        for table in tables:
            by = reads(table.by) if table.by else None
            of = reads(table.of)
            for group, counts in zip(table.rows, table.counts, strict=True):
                for column, count in zip(table.columns, counts, strict=True):
                    within = by is None or table.rows == EVERYBODY
                    rows.append(
                        [
                            of(who) in column and (within or (by is not None and by(who) in group))
                            for who in profiles
                        ]
                    )
                    sums.append(count)
        self._equations = csr_array(np.array(rows, dtype=float))
        self._sums = np.array(sums, dtype=float)

    def most(self, belongs: Callable[[Response], bool]) -> float:
        """The largest number of people of whom `belongs` can hold."""
        aim = np.array([-1.0 if belongs(who) else 0.0 for who in self._profiles])
        found = linprog(aim, A_eq=self._equations, b_eq=self._sums, method="highs")
        assert found.status == 0, found.message
        return float(-found.fun)
