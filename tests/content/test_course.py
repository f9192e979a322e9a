"""The course we ship is sound, in all its languages."""

from datetime import date
from pathlib import Path

from tests.content.small_course import findings

COURSE = Path(__file__).parents[2] / "content"
CHECKED = date(2026, 11, 30)  # fixed, so that law expiring later cannot fail an old commit


def test_our_course_has_no_finding() -> None:
    assert [str(finding) for finding in findings(COURSE, CHECKED)] == []
