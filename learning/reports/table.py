"""Ask → use case."""

from learning.ask import UseCases
from learning.reports import asks, reporting

USE_CASES: UseCases = {
    asks.ShowHome: reporting.show_home,
    asks.ReportCourse: reporting.report_course,
    asks.ReportReach: reporting.report_reach,
}
