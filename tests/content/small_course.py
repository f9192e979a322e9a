"""A course of three lessons and one scenario, whole and without a fault, to be spoilt by tests."""

from datetime import date
from pathlib import Path
from shutil import copytree

from babel.messages.pofile import normalize

from content.__main__ import rendered
from content.catalogue import catalogue_path
from content.checker.rendered import Rendered
from content.checker.rules import check
from content.finding import Finding
from content.loader import Loaded, load

DESK = Path("course/m1/desk")
GREEK = Path("locales/el/LC_MESSAGES/course.po")


def write_small_course(root: Path) -> Path:
    """Lays the course under `root`, with a Greek catalogue that says the English and a μ."""
    for folder in ("course", "terms"):
        copytree(Path(__file__).parent / "small" / folder, root / folder)
    translate(root, "el")
    return root


def findings(root: Path, today: date = date(2026, 11, 30)) -> tuple[Finding, ...]:
    """Everything that the check finds, with the bot's own screens."""
    return check(load(root), today, rendered)


def no_screens(loaded: Loaded) -> tuple[Rendered, ...]:
    """For tests of other rules: screens take a second."""
    return ()


def translate(root: Path, language: str) -> None:
    entries = [
        f"msgctxt {normalize(text.context)}\n"
        f"msgid {normalize(text.source)}\n"
        f"msgstr {normalize(text.source + ' μ')}\n"
        for text in load(root).texts
    ]
    path = catalogue_path(root, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(entries), encoding="utf-8")


def spoil(path: Path, old: str, new: str) -> None:
    """Replaces the first `old`, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_with(path: Path, words: str) -> int:
    """The number, from 1, of the line on which `words`, which must be there, first begin."""
    before, found, _ = path.read_text(encoding="utf-8").partition(words)
    assert found, f"{words!r} is not in {path}"
    return before.count("\n") + 1
