"""The glossary: strict files, complete translations, lessons and sources that are there."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.screens.glossary import term_screen
from bot.screens.view import View
from content.checker.rendered import LONGEST, shown_length
from content.checker.rules import check
from content.compiler import compile_course
from content.finding import BrokenCourse
from content.loader import load
from learning.glossary.outcomes import TermExplained
from tests.content.small_course import no_screens, spoil, write_small_course

OURS = Path(__file__).parents[2] / "content"
THEME = """\
terms:
  - id: file
    name: File
    meaning: What an office writes down about a person.
    also: files | record
    lesson: forms
    sources: [law]
    notes:
      - {id: gr, text: In Greece a fakelos., sources: [law]}
sources:
  - {id: law, citation: Law 1, country: gr, checked: 2026-11-01, expires: 2027-11-01}
"""


def with_theme(root: Path) -> Path:
    write_small_course(root)
    path = root / "glossary" / "desk.yaml"
    path.parent.mkdir()
    path.write_text(THEME, encoding="utf-8")
    return path


def findings(root: Path, today: date = date(2026, 11, 30)) -> list[str]:
    return [finding.message for finding in check(load(root), today, no_screens)]


def test_ours_has_sixty_terms_each_of_a_lesson_and_with_a_source() -> None:
    curriculum = compile_course(load(OURS)).curriculum
    terms = curriculum.glossary.values()
    assert len(terms) >= 60
    assert all(term.lesson in curriculum.lessons and term.sources for term in terms)
    assert all(note.sources for term in terms for note in term.notes)


def test_every_term_fits_into_one_message_with_all_its_notes() -> None:
    curriculum = compile_course(load(OURS)).curriculum
    now = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    for language in curriculum.course.languages:
        view = View(language, "Europe/Athens", now, curriculum)
        for id in curriculum.glossary:
            assert shown_length(term_screen(TermExplained(id), view).html) <= LONGEST


def test_a_term_stands_in_every_language(tmp_path: Path) -> None:
    with_theme(tmp_path)
    found = findings(tmp_path)
    for text in ("name", "meaning", "also", "gr.text"):
        assert any(f"file.{text} is not in el" in message for message in found)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("lesson: forms", "lesson: nowhere", "nowhere is no lesson"),
        ("sources: [law]\n    notes", "sources: [decree]\n    notes", "the source decree"),
        ("a fakelos., sources: [law]", "a fakelos., sources: [decree]", "the source decree"),
        ("What an office", "What an office " * 40, "meaning has"),
        ("name: File", f"name: {'File ' * 20}", "name has"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, named: str) -> None:
    spoil(with_theme(tmp_path), old, new)
    assert any(named in message for message in findings(tmp_path))


def test_a_term_stands_in_one_theme_only(tmp_path: Path) -> None:
    with_theme(tmp_path)
    (tmp_path / "glossary" / "again.yaml").write_text(THEME, encoding="utf-8")
    assert any("the term file is already at" in message for message in findings(tmp_path))


def test_law_is_looked_at_again_in_time(tmp_path: Path) -> None:
    with_theme(tmp_path)
    found = findings(tmp_path, date(2027, 11, 2))
    assert any("the source law expired on 2027-11-01" in message for message in found)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("    also: files | record\n", "", "also"),
        ("sources: [law]\n    notes", "sources: []\n    notes", "sources"),
        ("{id: gr,", "{id: Greece,", "id"),
        ("lesson: forms", "lesson: forms\n    colour: red", "colour"),
    ],
)
def test_the_schema_is_strict(tmp_path: Path, old: str, new: str, named: str) -> None:
    spoil(with_theme(tmp_path), old, new)
    with pytest.raises(BrokenCourse, match=named):
        load(tmp_path)
