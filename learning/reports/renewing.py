"""A new report takes the place of the last only as far as no difference tells on somebody.

The rule: at most once a day; and against every report that was ever shown, each number is the
same or differs by at least five, else it is left out, merged, or the last report stays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from learning.reports.differing import tells_on_somebody
from learning.reports.ladder import Ladder
from learning.reports.model import FEWEST, CourseCounts, CourseReport, Table
from learning.reports.publishing import publish
from learning.reports.suppressing import EVERYBODY


def renewed(
    counts: CourseCounts, ladder: Ladder, shown: Sequence[CourseReport], fewest: int = FEWEST
) -> CourseReport | None:
    """The next to show; None while the last one stays."""

    def may_be_shown(report: CourseReport) -> bool:
        return not any(tells_on_somebody(earlier, report, fewest) for earlier in shown)

    whole = publish(counts, ladder, fewest)
    report = CourseReport(whole.organisation, whole.people, first_week=whole.first_week)
    if whole.people is None or not may_be_shown(report):
        return None
    for part in _parts(whole):
        wider = (replace(report, **each) for each in part)
        report = next((each for each in wider if may_be_shown(each)), report)
    return report


def _parts(whole: CourseReport) -> Iterable[Sequence[dict[str, Any]]]:
    """What is added one after the other, each with what may stand in its place."""
    yield ({"stages": whole.stages},)
    for name, table in (("departments", whole.departments), ("weeks", whole.weeks)):
        if table is not None:
            yield ({name: table}, {name: _only_people(table)})
    yield ({"steps": whole.steps},)
    yield ({"days": whole.days, "days_of_begun": whole.days_of_begun},)
    yield ({"unreachable": whole.unreachable},)


def _only_people(table: Table) -> Table:
    return Table(table.rows, (EVERYBODY,), tuple((people,) for people in table.sums))


def day_of(now: datetime, zone: str) -> date:
    """The organisation's local day."""
    return now.astimezone(ZoneInfo(zone)).date()
