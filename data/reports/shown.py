"""The reports that coordinators were shown, day by day. Groups only: nobody's key is in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, insert, select

from data.reports.course import course_counts
from data.reports.spelled import read, spelled
from data.session import Session
from data.tables.reports import course_reports
from learning.reports.model import CourseCounts, CourseReport, ShownReport

_SHOWN = (
    select(course_reports.c.day, course_reports.c.body)
    .where(course_reports.c.organisation_id == bindparam("of_organisation"))
    .order_by(course_reports.c.day)
)
_ADD = insert(course_reports)


@dataclass(frozen=True, slots=True)
class SqlCourseReports:
    session: Session

    async def counts(self, organisation_id: int, now: datetime) -> CourseCounts | None:
        return await course_counts(self.session, organisation_id, now)

    async def shown(self, organisation_id: int) -> Sequence[ShownReport]:
        rows = await self.session.rows(_SHOWN, {"of_organisation": organisation_id})
        return [ShownReport(row.day, read(row.body) if row.body else None) for row in rows]

    async def add(self, organisation_id: int, day: date, report: CourseReport | None) -> None:
        body = None if report is None else spelled(report)
        values = {"organisation_id": organisation_id, "day": day, "body": body}
        await self.session.run(_ADD, values)
