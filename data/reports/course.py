"""Who joined and how far they are, counted by the database: no person's row leaves it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    CompoundSelect,
    Integer,
    Row,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection
from sqlalchemy.types import TypeEngine

from data.session import Session
from data.tables.lessons import completions, learning_days
from data.tables.organisations import departments, organisations
from data.tables.people import enrolments, memberships, persons
from data.tables.tickets import tickets
from learning.account.model import Role
from learning.reports.model import CourseCounts, Progress
from learning.reports.weeks import begins, last_mondays
from learning.tickets.model import TicketKind, TicketState

_WAITING = (
    select(func.count())
    .where(tickets.c.organisation_id == organisations.c.id)
    .where(tickets.c.to == Role.COORDINATOR)
    .where(tickets.c.state == TicketState.OPEN)
    .where(tickets.c.kind != TicketKind.CONCERN)  # none but its receiver learns that it is there
    .correlate(organisations)
    .scalar_subquery()
)
ORGANISATION = select(organisations.c.name, organisations.c.zone, _WAITING.label("waiting")).where(
    organisations.c.id == bindparam("organisation_id")
)
_is_learner = and_(memberships.c.role == Role.LEARNER, memberships.c.until.is_(None))
# Who moved within the organisation, or left and came back, joined when they first came. Somebody
# who was let in twice counts once, where they came last.
_STAY = (
    select(
        memberships.c.person_id,
        func.min(memberships.c.since).label("since"),
        func.max(case((_is_learner, memberships.c.id))).label("latest"),
    )
    .where(memberships.c.organisation_id == bindparam("organisation_id"))
    .group_by(memberships.c.person_id)
    .subquery("stay")
)
_DONE = (
    select(func.count())
    .where(completions.c.person_id == memberships.c.person_id)
    .correlate(memberships)
    .scalar_subquery()
)
_DAYS = (
    select(func.count())
    .where(learning_days.c.person_id == memberships.c.person_id)
    .correlate(memberships)
    .scalar_subquery()
)


async def course_counts(
    session: Session, organisation_id: int, now: datetime
) -> CourseCounts | None:
    """None for an organisation that is not there. All counts are of one moment."""
    key = {"organisation_id": organisation_id}
    organisation = await session.row(ORGANISATION, key)
    if organisation is None:
        return None
    mondays = last_mondays(now, organisation.zone)
    rows = await session.rows(_counts(mondays, organisation.zone), key)
    return replace(_read(organisation.name, mondays, rows), waiting=organisation.waiting)


def _counts(mondays: Sequence[date], zone: str) -> CompoundSelect[Any]:
    """One statement, so that its parts agree. A week is a number: 0 for what was before them
    all, else its place in `mondays`, from 1."""
    until = [(_STAY.c.since < begins(monday, zone), at) for at, monday in enumerate(mondays)]
    learners = _learners(case(*until, else_=len(mondays))).cte("learners").c
    far = ("begun", "finished", "done")
    return union_all(
        _counted(learners, "departments", "department", *far),
        _counted(learners, "weeks", "week", *far),
        _counted(learners, "days", "begun", "days"),
        _counted(learners, "reach", "reachable"),
    )


def _learners(week: ColumnElement[int]) -> Select[Any]:
    """One row for each; it stays inside the statement."""
    tables = (
        _STAY.join(memberships, memberships.c.id == _STAY.c.latest)
        .join(persons, persons.c.id == memberships.c.person_id)
        .outerjoin(enrolments, enrolments.c.person_id == memberships.c.person_id)
        .outerjoin(departments, departments.c.id == memberships.c.department_id)
    )
    return select(
        departments.c.name.label("department"),
        week.label("week"),
        enrolments.c.begun_at.is_not(None).label("begun"),
        enrolments.c.finished_at.is_not(None).label("finished"),
        _DONE.label("done"),
        _DAYS.label("days"),
        persons.c.reachable.label("reachable"),
    ).select_from(tables)


_COLUMNS: Mapping[str, TypeEngine[Any]] = {
    "department": String(),
    "week": Integer(),
    "begun": Boolean(),
    "finished": Boolean(),
    "done": Integer(),
    "days": Integer(),
    "reachable": Boolean(),
}


def _counted(learners: ReadOnlyColumnCollection[str, Any], part: str, *by: str) -> Select[Any]:
    """Learners by these columns; the others are there to give all parts one shape."""
    columns = (
        learners[name] if name in by else cast(null(), kind).label(name)
        for name, kind in _COLUMNS.items()
    )
    counted = func.count().label("people")
    return select(literal(part).label("part"), *columns, counted).group_by(
        *(learners[name] for name in by)
    )


def _read(name: str, mondays: Sequence[date], rows: Sequence[Row[Any]]) -> CourseCounts:
    weeks = (None, *mondays)
    parts: dict[str, list[Row[Any]]] = {"departments": [], "weeks": [], "days": [], "reach": []}
    for row in rows:
        parts[row.part].append(row)
    return CourseCounts(
        organisation=name,
        by_department={(row.department, _far(row)): row.people for row in parts["departments"]},
        by_week={(weeks[row.week], _far(row)): row.people for row in parts["weeks"]},
        by_days={(row.begun, row.days): row.people for row in parts["days"]},
        unreachable=sum(row.people for row in parts["reach"] if not row.reachable),
        first_week=mondays[0],
    )


def _far(row: Row[Any]) -> Progress:
    return Progress(row.begun, row.finished, row.done)
