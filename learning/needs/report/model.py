"""What is published of a closed round, and nothing else is ever read of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

Group = tuple[str, ...]  # values counted together, in the order of the questionnaire
Groups = tuple[Group, ...]

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


@dataclass(frozen=True, slots=True)
class NeedsReport:
    """Of a closed round. `answered` is None when too few answered, and `invited` when too few did
    not. `attribute` is the one by which tables are divided. `after` tells of the competences once
    more, at the end of the course.
    """

    invited: int | None
    answered: int | None
    attribute: str | None = None
    before: tuple[Table, ...] = ()
    after: tuple[Table, ...] = ()

    def one_way(self, of: str) -> Table | None:
        return _found(self.before, of, None)

    def one_way_after(self, of: str) -> Table | None:
        return _found(self.after, of, None)

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
    report: NeedsReport


def _found(tables: Iterable[Table], of: str, by: str | None) -> Table | None:
    return next((table for table in tables if table.of == of and table.by == by), None)
