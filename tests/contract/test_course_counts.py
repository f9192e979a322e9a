"""What the database counts for a report equals a count in Python, on SQLite and PostgreSQL."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import count, product

import pytest
import pytest_asyncio

from data.engine import Database
from data.readings import SqlReadings
from data.reports.shown import SqlCourseReports
from data.unit import SqlUnit
from learning.account.model import Enrolment, Organisation, Role
from learning.reports.ladder import ladder_of
from learning.reports.model import CourseCounts, CourseLook, Progress, ShownReport
from learning.reports.publishing import publish
from learning.tickets.model import Ticket, TicketKind, TicketState
from tests.contract.people import ATHENS, DAY, NOW
from tests.contract.test_query_plans import plans
from tests.curricula import small

MONDAY = date(2026, 11, 23)  # NOW is that morning
DEPARTMENTS = ("Care", "Registry", None)
WEEKS_AGO = (0, 1, 11, 12, 40)


@dataclass(frozen=True)
class Learner:
    department: str | None
    weeks_ago: int
    progress: Progress
    days: int
    reachable: bool


def town() -> Iterator[Learner]:
    """Everyone differs from the next in something."""
    steps = (
        Progress(False, False, 0),
        Progress(True, False, 0),
        Progress(True, False, 3),
        Progress(True, True, 5),
    )
    for n, (department, weeks_ago, progress) in enumerate(product(DEPARTMENTS, WEEKS_AGO, steps)):
        yield Learner(department, weeks_ago, progress, n % 4, n % 7 > 0)


TOWN = tuple(town())


async def add(unit: SqlUnit, telegram_id: int, learner: Learner, organisation: Organisation) -> int:
    person = await unit.people.add(telegram_id, "el", "Europe/Athens", NOW)
    progress = learner.progress
    await unit.enrolments.add(
        Enrolment(
            person.id,
            time(9),
            frozenset(range(5)),
            begun_at=NOW if progress.begun else None,
            finished_at=NOW if progress.finished else None,
        )
    )
    for n in range(progress.done):
        await unit.completions.add(person.id, f"lesson-{n}", True, NOW)
    for n in range(learner.days):
        await unit.days.add(person.id, MONDAY - timedelta(days=n))
    await unit.people.put(replace(person, reachable=learner.reachable))
    await belong(
        unit, person.id, organisation, learner.department, NOW - learner.weeks_ago * 7 * DAY
    )
    return person.id


async def belong(
    unit: SqlUnit,
    person_id: int,
    organisation: Organisation,
    department: str | None,
    since: datetime,
    role: Role = Role.LEARNER,
) -> None:
    await unit.memberships.begin(person_id, organisation.id, department, role, None, since)


@pytest_asyncio.fixture
async def athens_and_others(sql: Database) -> Organisation:
    """The town in Athens; another town in Leganés; a former member; roles beside learning."""
    athens = await sql.organisations.add(ATHENS)
    leganes = await sql.organisations.add(replace(ATHENS, name="Leganés"))
    ids = count(1)
    async with sql.unit() as unit:
        for learner in TOWN:
            person = await add(unit, next(ids), learner, athens)
            if learner.days == 3:
                await belong(unit, person, athens, None, NOW, Role.MENTOR)
        for learner in TOWN[:9]:
            await add(unit, next(ids), learner, leganes)
        former = await add(unit, next(ids), TOWN[0], athens)
        await unit.memberships.end_all(former, NOW)
    return athens


async def counts(sql: Database, organisation: int, now: datetime) -> CourseCounts | None:
    async with sql.engine.reading() as session:
        return await SqlCourseReports(session).counts(organisation, now)


def counted(learners: tuple[Learner, ...]) -> CourseCounts:
    mondays = {back: MONDAY - timedelta(weeks=back) for back in range(12)}
    return CourseCounts(
        organisation=ATHENS.name,
        by_department=Counter((it.department, it.progress) for it in learners),
        by_week=Counter((mondays.get(it.weeks_ago), it.progress) for it in learners),
        by_days=Counter((it.progress.begun, it.days) for it in learners),
        unreachable=sum(not it.reachable for it in learners),
        first_week=mondays[11],
    )


async def test_the_database_counts_as_python_does(
    sql: Database, athens_and_others: Organisation
) -> None:
    found = await counts(sql, athens_and_others.id, NOW)
    assert found == counted(TOWN)


async def test_a_week_begins_on_monday_where_the_organisation_is(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    midnight = NOW.replace(hour=22) - DAY  # Sunday evening in UTC
    async with sql.unit() as unit:
        for telegram_id, since in enumerate((midnight, midnight - timedelta(seconds=1)), start=1):
            person = await unit.people.add(telegram_id, "el", "Europe/Athens", NOW)
            await belong(unit, person.id, athens, None, since)
    found = await counts(sql, athens.id, NOW)
    assert found
    assert {week for week, _ in found.by_week} == {MONDAY - timedelta(weeks=1), MONDAY}


async def test_somebody_let_in_twice_counts_once_where_they_came_last(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    async with sql.unit() as unit:
        person = await add(unit, 1, TOWN[0], athens)
        await belong(unit, person, athens, "Schools", NOW)
    found = await counts(sql, athens.id, NOW)
    assert found
    assert found.by_department == {("Schools", TOWN[0].progress): 1}


@pytest.mark.parametrize("left", [False, True])
async def test_joining_counts_once_over_time_by_when_somebody_first_came(
    sql: Database, left: bool
) -> None:
    """Moved to another department, or left and came back: never another who joined."""
    athens = await sql.organisations.add(ATHENS)
    first = MONDAY - timedelta(weeks=3)
    async with sql.unit() as unit:
        person = await add(unit, 1, replace(TOWN[0], weeks_ago=3), athens)
    before = await counts(sql, athens.id, NOW)
    async with sql.unit() as unit:
        await unit.memberships.end_all(person, NOW - 7 * DAY if left else NOW)
        await belong(unit, person, athens, "Schools", NOW)
    after = await counts(sql, athens.id, NOW)
    assert before
    assert after
    assert before.by_week == after.by_week == {(first, TOWN[0].progress): 1}


async def test_a_report_that_was_shown_comes_back_as_it_was(
    sql: Database, athens_and_others: Organisation
) -> None:
    found = await counts(sql, athens_and_others.id, NOW)
    assert found is not None
    report = publish(found, ladder_of(small()))
    async with sql.unit() as unit:
        await unit.course_reports.add(athens_and_others.id, MONDAY, report)
        await unit.course_reports.add(athens_and_others.id, MONDAY + DAY, None)
        shown = await unit.course_reports.shown(athens_and_others.id)
    assert shown == [ShownReport(MONDAY, report), ShownReport(MONDAY + DAY, None)]
    look = await SqlReadings(sql.engine, sql.sealer).course_look(athens_and_others.id)
    assert look == CourseLook(ATHENS.name, 0, MONDAY, report)


async def test_nobody_yet_is_no_counts_and_no_organisation_is_none(sql: Database) -> None:
    athens = await sql.organisations.add(ATHENS)
    assert await counts(sql, athens.id, NOW) == CourseCounts(
        ATHENS.name, {}, {}, {}, 0, first_week=MONDAY - timedelta(weeks=11)
    )
    assert await counts(sql, athens.id + 1, NOW) is None


async def test_all_counts_are_one_statement_that_goes_by_indexes(
    sql: Database, athens_and_others: Organisation
) -> None:
    with plans() as explained:
        await counts(sql, athens_and_others.id, NOW)
    _, plan = explained
    if "SCAN" in plan:  # as SQLite tells it; PostgreSQL reads so small a table whole
        assert "ix_memberships_organisation" in plan
        for table in ("memberships", "completions", "learning_days", "enrolments", "persons"):
            assert f"SCAN {table}" not in plan


@pytest.mark.parametrize(
    ("to", "state", "waiting"),
    [
        (Role.COORDINATOR, TicketState.OPEN, 1),
        (Role.COORDINATOR, TicketState.ANSWERED, 0),
        (Role.COORDINATOR, TicketState.DRAFT, 0),
        (Role.TRAINER, TicketState.OPEN, 0),
    ],
)
async def test_what_waits_for_a_coordinator_is_counted(
    sql: Database, to: Role, state: TicketState, waiting: int
) -> None:
    athens = await sql.organisations.add(ATHENS)
    leganes = await sql.organisations.add(replace(ATHENS, name="Leganés"))
    async with sql.unit() as unit:
        person = await add(unit, 1, TOWN[0], athens)
        ticket = Ticket(0, athens.id, person, TicketKind.PERSON, to, None, NOW, state)
        await unit.tickets.add(ticket)
    found = [await counts(sql, o.id, NOW) for o in (athens, leganes)]
    assert [each and each.waiting for each in found] == [waiting, 0]
