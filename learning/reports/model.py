"""Counts of people: as they leave the database, and as they may be shown."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

FEWEST = 5  # no shown count is of fewer people
FEWEST_OF_ATTITUDES = 10  # what people think or feel asks for more


class Form(StrEnum):
    PICTURE = "picture"
    PDF = "pdf"
    XLSX = "xlsx"


class Stage(IntEnum):
    NOT_BEGUN = 0
    BEGUN = 1
    HALF = 2
    FINISHED = 3


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody is: `done` counts lessons and scenarios."""

    begun: bool
    finished: bool
    done: int


@dataclass(frozen=True, slots=True)
class CourseCounts:
    """Learners of one organisation, counted; not fit to be shown before it is published.

    A department of None is none at all. A week is its Monday, None for all earlier ones; it is
    when people joined; `first_week` is the earliest told apart. `by_days` counts by (begun, days
    learned). `waiting` are the messages that the organisation's coordinators have not answered:
    they see each of them anyway.
    """

    organisation: str
    by_department: Mapping[tuple[str | None, Progress], int]
    by_week: Mapping[tuple[date | None, Progress], int]
    by_days: Mapping[tuple[bool, int], int]
    unreachable: int
    waiting: int = 0
    first_week: date | None = None

    @property
    def people(self) -> int:
        return sum(self.by_department.values())


Groups = tuple[tuple[Hashable, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """People by one or two attributes, never more. Each group of `rows` and `columns` holds the
    values merged into it; `counts` is row by row. A single column is everybody of the row."""

    rows: Groups
    columns: Groups
    counts: tuple[tuple[int, ...], ...]

    @property
    def sums(self) -> tuple[int, ...]:
        """Each row over all columns."""
        return tuple(map(sum, self.counts))


@dataclass(frozen=True, slots=True)
class CourseReport:
    """What a coordinator may see; None stands for what would be about too few.

    `departments` and `weeks` have stages as columns; `steps` holds places on the ladder; `days`
    the least number of days of each band, among those who begun when `days_of_begun`.
    """

    organisation: str
    people: int | None
    departments: Table | None = None
    weeks: Table | None = None
    stages: Table | None = None
    steps: Table | None = None
    days: Table | None = None
    days_of_begun: bool = False
    unreachable: int | None = None
    first_week: date | None = None


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A day's look; no report when the last one stayed."""

    day: date
    report: CourseReport | None


@dataclass(frozen=True, slots=True)
class CourseLook:
    """What a coordinator sees now: the latest report, the day it is of, and how many messages
    wait, which is as it is now. Without a report there are too few people as yet."""

    organisation: str
    waiting: int
    day: date | None = None
    report: CourseReport | None = None
