"""What a coordinator is shown. The counts are read, and published, at the moment of speaking."""

from dataclasses import dataclass
from datetime import datetime

from learning.reports.model import Form


@dataclass(frozen=True, slots=True)
class HomeShown:
    """`organisation` is the id of the one that the coordinator acts for."""

    organisation: int


@dataclass(frozen=True, slots=True)
class CourseReported:
    organisation: int
    form: Form


@dataclass(frozen=True, slots=True)
class ReachReported:
    """As it is `at` that moment."""

    organisation: int
    form: Form
    at: datetime
