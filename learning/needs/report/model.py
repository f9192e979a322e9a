"""What is published of a closed round, and nothing else is ever read of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from learning.needs.model import Mode

Group = tuple[str, ...]  # values counted together, in the order of the questionnaire
Groups = tuple[Group, ...]

NO_ANSWER = "-"  # skipped, never asked, or gone
SILENT: Group = (NO_ANSWER,)
EVERYBODY: Groups = ((),)  # the only row of a table that is by nothing


@dataclass(frozen=True, slots=True)
class Table:
    """People by what they answered to `of`, each of `rows` being a group of the values of `by`.

    `of` and `by` are ids of variables; `counts` is row by row, column by column. Every count is
    zero or at least `fewest`.
    """

    of: str
    columns: Groups
    counts: tuple[tuple[int, ...], ...]
    fewest: int
    by: str | None = None
    rows: Groups = EVERYBODY

    @property
    def people(self) -> int:
        return sum(map(sum, self.counts))

    def of_those_who_answered(self) -> "Table":
        """Without the column of nobody but those who gave no answer; where they were merged with
        an answer, they stay with it."""
        kept = [at for at, group in enumerate(self.columns) if group != SILENT]
        return replace(
            self,
            columns=tuple(self.columns[at] for at in kept),
            counts=tuple(tuple(row[at] for at in kept) for row in self.counts),
        )


@dataclass(frozen=True, slots=True)
class NeedsReport:
    """Of a closed round. `answered` is None when too few answered, and `invited` when too few did
    not. `attribute` is the one by which tables are divided. `after` tells of the abilities once
    more, after the course: empty until that was counted, once.
    """

    invited: int | None
    answered: int | None
    attribute: str | None = None
    before: tuple[Table, ...] = ()
    after: tuple[Table, ...] = ()

    def one_way(self, of: str) -> Table | None:
        return _found(self.before, of, None)

    def one_way_after(self, of: str) -> Table | None:
        return _found(self.after, after_of(of), None)

    def compared(self, of: str) -> Table | None:
        """What was said of an ability after the course, by what the same people said before."""
        return _found(self.after, after_of(of), of)

    def crossed(self, of: str, by: str) -> Table | None:
        return _found(self.before, of, by)


@dataclass(frozen=True, slots=True)
class NeedsLook:
    """What a coordinator sees of the closed round `round`; `zone` is the organisation's."""

    round: int
    organisation: str
    zone: str
    closed_at: datetime
    definition: str
    mode: Mode
    report: NeedsReport


def after_of(variable: str) -> str:
    """The id of the same question, asked after the course."""
    return f"{variable}.after"


def _found(tables: Iterable[Table], of: str, by: str | None) -> Table | None:
    return next((table for table in tables if table.of == of and table.by == by), None)
