"""The author's commands: `python -m content --help`."""

import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from cyclopts import App

from bot.screens.course_page import course_page
from bot.screens.package_labels import package_labels
from bot.screens.rehearsal import rehearse
from bot.screens.rehearsal_beside import rehearse_beside
from bot.screens.speech import Speech
from bot.screens.view import View
from content.checker.rendered import Rendered
from content.checker.rules import check as find_faults
from content.compiler import compile_course
from content.exchange.commands import exchange
from content.finding import BrokenCourse, Finding
from content.loader import Loaded, load
from content.minutes import minutes_by_id
from content.skeleton import CannotBegin, Kind, write_skeleton
from content.update import update_catalogue
from content.watch import Watch

ROOT = Path("content")
PREVIEW = Path("var/preview")
RELOAD = Path("var/content.reload")
LOOK_EVERY = 0.5  # seconds

app = App(name="content", help="Write, check and translate the course.", version_flags=[])

exchange(app, lambda language: package_labels(Speech(language)), lambda: datetime.now(UTC))


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
    try:
        findings = _report(load(root), date)
    except BrokenCourse as error:
        print(error)
        return 1
    return int(any(not finding.warning for finding in findings))


@app.command
def release(date: date, /, *, root: Path = ROOT) -> int:
    """Check the course for a release: what else is a warning, such as expired law, fails here.

    Parameters
    ----------
    date
        The day of the release.
    root
        The folder that holds course/ and locales/.
    """
    try:
        return int(bool(_report(load(root), date)))
    except BrokenCourse as error:
        print(error)
        return 1


@app.command
def update(*, root: Path = ROOT) -> int:
    """Bring the catalogues of all languages up to date with the source texts.

    Parameters
    ----------
    root
        The folder that holds course/ and locales/.
    """
    try:
        loaded = load(root)
    except BrokenCourse as error:
        print(error)
        return 1
    translated = [(catalogue, loaded.texts) for catalogue in loaded.catalogues]
    translated += [(catalogue, loaded.papers.texts) for catalogue in loaded.papers.catalogues]
    translated += [(catalogue, loaded.glossary.texts) for catalogue in loaded.glossary.catalogues]
    if loaded.selection is not None:
        selection = loaded.selection
        translated += [(catalogue, selection.texts) for catalogue in selection.catalogues]
    if loaded.mentoring is not None:
        circle = loaded.mentoring
        translated += [(catalogue, circle.texts) for catalogue in circle.catalogues]
    for catalogue, texts in translated:
        done = update_catalogue(catalogue.path, catalogue.language, texts)
        print(f"{catalogue.path}: {done.new} new, {done.changed} changed, {done.gone} gone")
    return 0


@app.command
def preview(*, root: Path = ROOT, folder: Path = PREVIEW, date: date | None = None) -> int:
    """Write the course as one page per language, with every answer and every branch.

    Parameters
    ----------
    root
        The folder that holds course/ and locales/.
    folder
        Where the pages go.
    date
        The day on which it is read: law may have expired by then; today when left out.
    """
    try:
        loaded = load(root)
    except BrokenCourse as error:
        print(error)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    for view in _views(loaded, _noon(date)):
        path = folder / f"course.{view.language}.html"
        path.write_text(course_page(view), encoding="utf-8")
        print(path)
    return 0


@app.command
def new(kind: Kind, place: str, /, *, root: Path = ROOT) -> int:
    """Begin a lesson or a scenario with a file full of remarks.

    Parameters
    ----------
    kind
        What to begin.
    place
        Where it belongs: <module>/<subunit>/<id>.
    root
        The folder that holds course/ and locales/.
    """
    try:
        path = write_skeleton(root, kind, place)
    except (BrokenCourse, CannotBegin) as error:
        print(error)
        return 1
    key = "lessons" if kind == "lesson" else "scenario"
    print(f"{path} is ready to be written; name it under `{key}` in {path.parent}/subunit.yaml")
    return 0


@app.command
def watch(*, root: Path = ROOT, reload: Path = RELOAD) -> None:
    """Check again whenever a file changes, and let the running bot take the new text up.

    Parameters
    ----------
    root
        The folder that holds course/ and locales/.
    reload
        The file whose time tells the bot that there is a new text it can read.
    """
    watched = Watch(root)
    with suppress(KeyboardInterrupt):
        while True:
            if watched.changed():
                _recheck(root, reload)
            time.sleep(LOOK_EVERY)


def _recheck(root: Path, reload: Path) -> None:
    print(f"\n{datetime.now().astimezone():%H:%M:%S}", flush=True)
    try:
        loaded = load(root)
    except BrokenCourse as error:
        print(error, flush=True)
        return
    _report(loaded)
    sys.stdout.flush()
    reload.parent.mkdir(parents=True, exist_ok=True)
    reload.touch()


def _report(loaded: Loaded, today: date | None = None) -> tuple[Finding, ...]:
    """Prints all findings and the counts."""
    findings = find_faults(loaded, today or datetime.now(UTC).date(), rendered)
    for finding in findings:
        print(finding)
    counts = (
        _count(len(loaded.files.lessons), "lesson"),
        _count(len(loaded.files.scenarios), "scenario"),
        _count(len(loaded.course.languages), "language"),
        _count(round(sum(minutes_by_id(loaded).values())), "minute"),
    )
    print(", ".join(counts))
    return findings


def rendered(loaded: Loaded) -> Iterator[Rendered]:
    """Every screen of the course as the bot words it, in each language."""
    for view in _views(loaded, datetime(2026, 12, 23, tzinfo=UTC)):  # a day that is long to say
        for shown in (*rehearse(view), *rehearse_beside(view)):
            beside_file = shown.screen.drawing is not None
            yield Rendered(shown.context, view.language, shown.screen.html, beside_file)


def _noon(day: date | None) -> datetime:
    """Noon of `day`, or now."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC) if day else datetime.now(UTC)


def _views(loaded: Loaded, now: datetime) -> Iterator[View]:
    curriculum = compile_course(loaded).curriculum
    for language in loaded.course.languages:
        yield View(language, zone="UTC", now=now, curriculum=curriculum)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


if __name__ == "__main__":
    sys.exit(app())
