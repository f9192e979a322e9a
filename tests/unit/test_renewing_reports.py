"""Reports of different days, laid side by side, tell on nobody: the difference of any two that a
coordinator can get is about nobody or about at least five people, wherever it can be taken."""

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from learning.reports.ladder import Ladder, Step, StepKind
from learning.reports.model import FEWEST, CourseCounts, CourseReport, Progress, Table
from learning.reports.renewing import renewed

LADDER = Ladder(
    (
        Step(StepKind.NOT_BEGUN, 0),
        Step(StepKind.BEGUN, 0),
        Step(StepKind.LESSONS, 2, "a"),
        Step(StepKind.SCENARIO, 3, "a"),
        Step(StepKind.FINISHED, 4),
    )
)
AT = (
    Progress(False, False, 0),
    *(Progress(True, False, done) for done in (0, 2, 3)),
    Progress(True, True, 4),
)
BEGIN = date(2026, 11, 2)
DEPARTMENTS = ("Care", "Desk", "Registry", "Schools")


@dataclass(frozen=True)
class Learner:
    department: str
    joined: date
    place: int = 0
    days: int = 0
    reachable: bool = True


Town = tuple[Learner, ...]


@dataclass(frozen=True)
class Day:
    """Who joins (department), who leaves, goes on or falls silent (by number)."""

    joins: tuple[str, ...]
    leave: tuple[int, ...]
    go_on: tuple[int, ...]
    fall_silent: tuple[int, ...]
    after: int  # days


numbers = st.lists(st.integers(0, 39), max_size=8, unique=True).map(tuple)
days = st.builds(
    Day,
    st.lists(st.sampled_from(DEPARTMENTS), max_size=9).map(tuple),
    st.lists(st.integers(0, 39), max_size=2).map(tuple),
    numbers,
    st.lists(st.integers(0, 39), max_size=3).map(tuple),
    st.sampled_from([1, 1, 1, 3, 8, 40]),
)
first_days = st.lists(st.sampled_from(DEPARTMENTS), min_size=4, max_size=40)


def lived(town: Town, day: Day, today: date) -> Town:
    kept = []
    for number, learner in enumerate(town):
        if number in day.leave:
            continue
        if number in day.go_on:
            place = min(learner.place + 1, len(AT) - 1)
            learner = replace(learner, place=place, days=learner.days + 3)
        kept.append(replace(learner, reachable=number not in day.fall_silent))
    return (*kept, *(Learner(department, today) for department in day.joins))


def counted(town: Town, today: date) -> CourseCounts:
    first = today - timedelta(days=today.weekday(), weeks=3)

    def week(learner: Learner) -> date | None:
        monday = learner.joined - timedelta(days=learner.joined.weekday())
        return monday if monday >= first else None

    return CourseCounts(
        organisation="Egaleo",
        by_department=Counter((each.department, AT[each.place]) for each in town),
        by_week=Counter((week(each), AT[each.place]) for each in town),
        by_days=Counter((each.place > 0, each.days) for each in town),
        unreachable=sum(not each.reachable for each in town),
        first_week=first,
    )


def shown_over(town: Town, story: list[Day]) -> list[CourseReport]:
    """All that a coordinator sees who looks every day."""
    today = BEGIN
    shown: list[CourseReport] = []
    for day in (Day((), (), (), (), 0), *story):
        today += timedelta(days=day.after)
        town = lived(town, day, today)
        report = renewed(counted(town, today), LADDER, shown)
        if report is not None:
            shown.append(report)
    return shown


Sets = dict[frozenset[Hashable], int]


def partitions(report: CourseReport, since: date | None) -> Iterator[tuple[str, Sets]]:
    """Each attribute's groups with their counts, from every table that tells of it."""
    for name, table in (("department", report.departments), ("week", report.weeks)):
        if table is not None:
            yield name, rows_of(table, since)
            if table.columns != ((),):
                yield "place", columns_of(table)
                for row, sums in zip(table.rows, table.counts, strict=True):
                    cells = zip(table.columns, sums, strict=True)
                    yield f"place in {seen(row, since)}", {frozenset(c): n for c, n in cells}
    for name, table in (("place", report.stages), ("place", report.steps), ("days", report.days)):
        if table is not None:
            of_begun = name == "days" and report.days_of_begun
            yield "days of those begun" if of_begun else name, rows_of(table, None)


def seen(row: tuple[Hashable, ...], since: date | None) -> list[str]:
    labels = {None if since and isinstance(e, date) and e < since else e for e in row}
    return sorted(map(str, labels))


def rows_of(table: Table, since: date | None) -> Sets:
    found: Sets = {}
    for row, people in zip(table.rows, table.sums, strict=True):
        labels = {None if since and isinstance(e, date) and e < since else e for e in row}
        found[frozenset(labels)] = found.get(frozenset(labels), 0) + people
    return found


def columns_of(table: Table) -> Sets:
    sums = [sum(column) for column in zip(*table.counts, strict=True)]
    return {frozenset(c): people for c, people in zip(table.columns, sums, strict=True)}


def unions(groups: Sets) -> dict[frozenset[Hashable], int]:
    """Whatever can be added up."""
    return {
        frozenset().union(*chosen): sum(groups[each] for each in chosen)
        for size in range(len(groups) + 1)
        for chosen in combinations(groups, size)
    }


def differences(one: Sets, other: Sets) -> Iterator[int]:
    """Of the smallest sets of values that both can add up to."""
    one = one | {frozenset({v}): 0 for v in values(other) - values(one)}
    other = other | {frozenset({v}): 0 for v in values(one) - values(other)}
    before, after = unions(one), unions(other)
    both = {values for values in before.keys() & after.keys() if values}
    for each in both:
        if not any(smaller < each for smaller in both):
            yield after[each] - before[each]


def values(groups: Sets) -> frozenset[Hashable]:
    return frozenset().union(*groups)


@settings(max_examples=150)
@given(first_days, st.lists(days, max_size=6))
def test_no_two_reports_differ_by_a_few(joined: list[str], story: list[Day]) -> None:
    shown = shown_over(tuple(Learner(each, BEGIN) for each in joined), story)
    for earlier, later in combinations(shown, 2):
        assert earlier.people is not None
        assert later.people is not None
        found = [later.people - earlier.people]
        if earlier.unreachable is not None and later.unreachable is not None:
            found.append(later.unreachable - earlier.unreachable)
        for name, one in partitions(earlier, later.first_week):
            for other_name, other in partitions(later, later.first_week):
                if name == other_name and len(one) + len(other) < 16:
                    found += differences(one, other)
        assert all(each == 0 or abs(each) >= FEWEST for each in found), found


def test_the_first_report_is_as_it_is() -> None:
    town = tuple(Learner(each, BEGIN) for each in DEPARTMENTS for _ in range(6))
    [report] = shown_over(town, [])
    assert report.people == 24
    assert report.departments is not None
    assert len(report.departments.rows) == 4


def test_one_who_joins_an_hour_later_shows_nowhere_and_five_do() -> None:
    town = tuple(Learner(each, BEGIN) for each in DEPARTMENTS for _ in range(6))
    four = [Day(("Care",), (), (), (), 1)] * 4
    assert len(shown_over(town, four)) == 1
    *_, last = shown_over(town, [*four, four[0]])
    assert last.people == 29
    assert last.departments is not None
    assert dict(zip(last.departments.rows, last.departments.sums, strict=True))[("Care",)] == 11


def test_who_goes_on_alone_is_not_seen_and_the_rest_stays_visible() -> None:
    """Departments are shown without how far they are, where that would tell on somebody."""
    town = tuple(Learner(each, BEGIN) for each in DEPARTMENTS for _ in range(10))
    half = Day((), (), tuple(range(0, 40, 2)), (), 1)
    alone = Day((), (), (0,), (), 1)
    first, second, third = shown_over(town, [half, alone])
    assert second.stages is not None
    assert third.people == second.people == first.people == 40
    assert third.departments is not None
    assert third.departments.sums == second.departments.sums  # type: ignore[union-attr]
    assert third.steps is None
