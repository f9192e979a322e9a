"""The commands by which questions and translations leave the house and come back."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Literal

from cyclopts import App

from content.catalogue import catalogue_path
from content.compiler import compile_course
from content.exchange.gift import write_gift
from content.exchange.gift_reading import read_gift
from content.exchange.incoming import write_questions
from content.exchange.moodle import write_moodle
from content.exchange.moodle_reading import read_moodle
from content.exchange.outgoing import entries
from content.exchange.package import Labels, write_package
from content.exchange.quiz import LONGEST_FILE, CannotKeep, Read
from content.exchange.translations import take_over
from content.finding import BrokenCourse
from content.loader import Loaded, load

ROOT = Path("content")
Format = Literal["gift", "moodle", "scorm", "po"]
LabelsIn = Callable[[str], Labels]


def exchange(app: App, labels_in: LabelsIn, clock: Callable[[], datetime]) -> None:
    """Adds `export` and `import` to `app`. `labels_in(language)` words the package's buttons."""
    _add_export(app, labels_in, clock)
    _add_import(app)


def _add_export(app: App, labels_in: LabelsIn, clock: Callable[[], datetime]) -> None:
    @app.command(name="export")
    def export(kind: Format, to: Path, /, *, language: str = "en", root: Path = ROOT) -> int:
        """Write the questions, the whole course, or a catalogue of translations to a file.

        Parameters
        ----------
        kind
            gift and moodle: all questions. scorm: the course as a SCORM 1.2 package. po: the
            translations, for a translator's program.
        to
            The file to write.
        language
            The language of what is written.
        root
            The folder that holds course/ and locales/.
        """
        try:
            loaded = load(root)
        except BrokenCourse as error:
            print(error, file=sys.stderr)
            return 1
        source, *others = loaded.course.languages
        if language not in (others if kind == "po" else (source, *others)):
            print(f"the course has no {kind} in {language}", file=sys.stderr)
            return 1
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(_exported(kind, loaded, language, labels_in(language), clock()))
        print(to)
        return 0


def _add_import(app: App) -> None:
    @app.command(name="import")
    def import_(
        kind: Literal["gift", "moodle", "po"],
        file: Path,
        /,
        *,
        language: str = "el",
        root: Path = ROOT,
    ) -> int:
        """Read other people's questions as YAML for a lesson, or take translations over.

        Questions are printed; what cannot be kept is named with its line, and fails the command.

        Parameters
        ----------
        kind
            What kind of file it is.
        file
            The file to read.
        language
            For po: whose catalogue the translations go into.
        root
            For po: the folder that holds course/ and locales/.
        """
        try:
            written = _contents(file)
            if kind == "po":
                return _take_over(file, written, language, root)
            return _print_questions(file, _read(kind, written))
        except CannotKeep as cannot:
            print(f"{file}:{cannot.line}: {cannot.message}", file=sys.stderr)
            return 1


def _exported(kind: Format, loaded: Loaded, language: str, labels: Labels, now: datetime) -> bytes:
    curriculum = compile_course(loaded).curriculum
    category = curriculum.course.title.for_reader(language)
    match kind:
        case "gift":
            return write_gift(entries(curriculum, language), category).encode()
        case "moodle":
            return write_moodle(entries(curriculum, language), category)
        case "scorm":
            return write_package(curriculum, language, labels, now)
        case "po":
            return catalogue_path(loaded.files.root, language).read_bytes()


def _contents(file: Path) -> bytes:
    try:
        if file.stat().st_size > LONGEST_FILE:
            raise CannotKeep(1, f"more than {LONGEST_FILE // 1_000_000} MB: cut the file in parts")
        return file.read_bytes()
    except OSError as fault:
        raise CannotKeep(1, f"cannot be read: {fault.strerror}") from fault


def _read(kind: Literal["gift", "moodle"], written: bytes) -> Read:
    if kind == "moodle":
        return read_moodle(written)
    try:
        return read_gift(written.decode())
    except UnicodeDecodeError as fault:
        line = written[: fault.start].count(b"\n") + 1
        raise CannotKeep(line, "not UTF-8: save the file as UTF-8") from fault


def _print_questions(file: Path, read: Read) -> int:
    text, refused = write_questions(read.entries)
    print(text, end="")
    for cannot in sorted((*read.refused, *refused), key=lambda it: it.line):
        print(f"{file}:{cannot.line}: {cannot.message}", file=sys.stderr)
    return int(bool(read.refused or refused))


def _take_over(file: Path, written: bytes, language: str, root: Path) -> int:
    try:
        done = take_over(load(root), language, file, written)
    except BrokenCourse as error:
        print(error, file=sys.stderr)
        return 1
    for finding in done.refused:
        print(finding, file=sys.stderr)
    print(f"{catalogue_path(root, language)}: {done.changed} changed, {len(done.refused)} refused")
    return int(bool(done.refused))
