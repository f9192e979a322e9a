"""What a coordinator may ask about groups. There is no filter: one that could be narrowed to a
few people would tell about them by what it leaves out."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.reports.model import Form
from learning.reports.outcomes import CourseReported, HomeShown, ReachReported


@dataclass(frozen=True, slots=True)
class ShowHome(Ask[HomeShown]):
    right: ClassVar[Right] = Right.COORDINATOR


@dataclass(frozen=True, slots=True)
class ReportCourse(Ask[CourseReported]):
    right: ClassVar[Right] = Right.COORDINATOR
    form: Form


@dataclass(frozen=True, slots=True)
class ReportReach(Ask[ReachReported]):
    right: ClassVar[Right] = Right.COORDINATOR
    form: Form
