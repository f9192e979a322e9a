"""What the reports need remembered: what was shown, so that no two tell on somebody."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from learning.reports.model import CourseCounts, CourseReport, ShownReport


class CourseReports(Protocol):
    async def counts(self, organisation_id: int, now: datetime) -> CourseCounts | None:
        """Of the organisation's learners, not yet fit to be shown; weeks end with that of `now`."""

    async def shown(self, organisation_id: int) -> Sequence[ShownReport]:
        """One for each day on which there was a look, the oldest first."""

    async def add(self, organisation_id: int, day: date, report: CourseReport | None) -> None:
        """The look of that day; None: the last report stayed."""
