"""The author's commands: `python -m content --help`."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from cyclopts import App

from content.checker.minutes import course_minutes
from content.checker.rules import check as run_checks
from content.finding import BrokenCourse
from content.loader import Loaded, load
from content.update import update_catalogue

ROOT = Path("content")
app = App(name="content", help="Check, translate and write the course.", version_flags=[])


@app.command
def check(*, root: Path = ROOT, date: date | None = None) -> int:
    """Name everything that is wrong in the course, file and line; then count it.

    Parameters
    ----------
    root
        The folder that holds course/ and locales/.
    date
        The day on which law must still be valid; today when left out.
    """
    loaded = _load(root)
    if loaded is None:
        return 1
    findings = run_checks(loaded, date or datetime.now(UTC).date())
    for finding in findings:
        print(finding)
    print(_counts(loaded))
    return int(any(not finding.warning for finding in findings))


@app.command
def update(*, root: Path = ROOT) -> int:
    """Bring the catalogues of all languages up to date with the source texts.

    Parameters
    ----------
    root
        The folder that holds course/ and locales/.
    """
    loaded = _load(root)
    if loaded is None:
        return 1
    for catalogue in loaded.catalogues:
        done = update_catalogue(catalogue.path, catalogue.language, loaded.texts)
        print(f"{catalogue.path}: {done.new} new, {done.changed} changed, {done.gone} gone")
    return 0


def _load(root: Path) -> Loaded | None:
    try:
        return load(root)
    except BrokenCourse as error:
        print(error)
        return None


def _counts(loaded: Loaded) -> str:
    return (
        f"{len(loaded.files.lessons)} lessons, {len(loaded.files.scenarios)} scenarios, "
        f"{len(loaded.course.languages)} languages, {course_minutes(loaded):.0f} minutes"
    )


if __name__ == "__main__":
    sys.exit(app())
