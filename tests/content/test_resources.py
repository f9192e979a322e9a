"""The papers: strict files, complete translations, and summaries of one page."""

from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copytree

import pytest
import typst

from bot.documents.resources import TEMPLATE, resource_data, resource_paper
from bot.locales.catalogues import languages
from bot.screens.drawing import ResourcePaper
from bot.screens.resources import resource_screen
from bot.screens.view import View
from content.checker.rules import check
from content.compiler import compile_course
from content.finding import BrokenCourse
from content.loader import load
from learning.course.curriculum import Curriculum
from learning.resources.outcomes import ResourceReady
from tests.content.small_course import no_screens, spoil, write_small_course
from tests.curricula import small
from tests.papers import PAPERS

OURS = Path(__file__).parents[2] / "content"
NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
FORMS = {
    "mentoring-agreement",
    "job-shadowing",
    "reflection-log",
    "good-practice-card",
    "action-plan",
    "interpreter-checklist",
    "plain-language-checklist",
}
FORM = """\
id: agreement
kind: mentoring
title: Agreement
purpose: Sign it.
keywords: contract
blocks:
  - {id: a, kind: fields, title: Who, items: [{id: b, text: Name}]}
  - {id: l, kind: lines, title: Notes, rows: 3}
"""


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    return compile_course(load(OURS)).curriculum


def paper(curriculum: Curriculum, id: str, language: str) -> ResourcePaper:
    view = View(language, "Europe/Athens", NOW, curriculum)
    drawing = resource_screen(ResourceReady(id), view).drawing
    assert isinstance(drawing, ResourcePaper)
    return drawing


def pages(drawing: ResourcePaper) -> int:
    made = typst.compile(
        str(TEMPLATE),
        format="png",
        ppi=8,
        sys_inputs={"data": resource_data(drawing)},
        ignore_system_fonts=True,
    )
    return 1 if isinstance(made, bytes) else len(made)


def test_there_are_seven_forms_and_a_summary_for_each_subunit(curriculum: Curriculum) -> None:
    subunits = {subunit.id for subunit in curriculum.course.subunits()}
    assert set(curriculum.resources) == FORMS | subunits


@pytest.mark.parametrize("language", languages())
def test_a_summary_is_one_page_and_a_form_at_most_two(
    curriculum: Curriculum, language: str
) -> None:
    for id in curriculum.resources:
        most = 2 if id in FORMS else 1
        assert pages(paper(curriculum, id, language)) <= most, f"{id} in {language}"


@pytest.mark.parametrize("language", languages())
def test_a_paper_is_an_accessible_pdf_in_its_language(
    curriculum: Curriculum, language: str
) -> None:
    pdf = resource_paper(paper(curriculum, "mentoring-agreement", language)).draw()
    assert pdf.startswith(b"%PDF-")
    assert f"/Lang({language})".encode() in pdf
    assert b"pdfuaid" in pdf


@pytest.mark.parametrize("id", PAPERS)
def test_every_kind_of_block_is_drawn_and_words_are_never_markup(id: str) -> None:
    assert resource_paper(paper(small(), id, "en")).draw().startswith(b"%PDF-")


def with_form(root: Path, form: str = FORM, name: str = "agreement") -> Path:
    write_small_course(root)
    path = root / "resources" / "forms" / f"{name}.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(form, encoding="utf-8")
    return path


def findings(root: Path) -> list[str]:
    return [finding.message for finding in check(load(root), date(2026, 11, 30), no_screens)]


def test_a_missing_translation_of_a_paper_is_named(tmp_path: Path) -> None:
    with_form(tmp_path)
    found = findings(tmp_path)
    assert any("agreement.title is not in el" in message for message in found)


def test_a_course_with_papers_has_a_summary_for_each_subunit(tmp_path: Path) -> None:
    with_form(tmp_path)
    assert any("desk has no summary" in message for message in findings(tmp_path))


def test_a_file_is_named_by_its_paper(tmp_path: Path) -> None:
    with_form(tmp_path, name="contract")
    assert any("the file is contract" in message for message in findings(tmp_path))


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("kind: mentoring", "kind: other", "kind"),
        ("rows: 3", "rows: 99", "rows"),
        ("kind: lines", "kind: fields", "items"),
        ("title: Notes,", "colour: red, title: Notes,", "colour"),
    ],
)
def test_the_schema_is_strict(tmp_path: Path, old: str, new: str, named: str) -> None:
    spoil(with_form(tmp_path), old, new)
    with pytest.raises(BrokenCourse, match=named):
        load(tmp_path)


def test_a_summary_cites_only_what_a_lesson_explains(tmp_path: Path) -> None:
    copytree(OURS, tmp_path, dirs_exist_ok=True, ignore=lambda *_: {"__pycache__"})
    path = tmp_path / "resources" / "summaries" / "interpreters.yaml"
    spoil(path, "three-chairs.unhcr-interpreting", "three-chairs.nobody")
    assert any("no lesson has the source" in message for message in findings(tmp_path))
