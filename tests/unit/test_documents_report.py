"""A report as a picture, a paper and a workbook: the same numbers in each."""

import re
import struct
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from bot.documents.drawing import drawn
from bot.documents.report import report_paper, report_picture
from bot.documents.workbook import report_workbook
from bot.locales.catalogues import languages
from bot.screens.report_drawing import Report, ReportPaper, ReportPicture, ReportRow, ReportTable
from bot.screens.report_drawing import ReportWorkbook as Wanted
from bot.screens.reports import course_report_screen
from bot.screens.screen import Screen
from bot.screens.table import word
from bot.screens.view import View
from learning.reports.asks import ShowHome
from learning.reports.model import CourseLook, CourseReport, Form
from learning.reports.outcomes import CourseReported, HomeShown
from tests.curricula import small
from tests.outcomes import NOW
from tests.readings import read_for

REPORT = Report(
    language="en",
    title="The course at #Egaleo & <friends>",
    made="today",
    file_name="q-ser-course",
    alt="bars",
    notice="No number is about fewer than 5 people.",
    tables=(
        ReportTable(
            "Joined, by department",
            "Department",
            ("People", "Not begun", "Finished"),
            (ReportRow("=Care*[x]", (12, 5, 7)), ReportRow("Desk_", (10, 5, 5))),
        ),
        ReportTable("Progress: half/whole?", "Stage", ("People",), (ReportRow("Begun", (22,)),)),
    ),
)
NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def screen(outcome: object, language: str = "en") -> Screen:
    return word(outcome, View(language, "Europe/Athens", NOW, small()), read_for(outcome))


def rows_of(content: bytes, sheet: int) -> list[list[str | int]]:
    """What stands in the cells of a sheet, empty rows left out."""
    with ZipFile(BytesIO(content)) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(each.itertext()) for each in shared.iter(f"{NAMESPACE}si")]
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{sheet}.xml"))
    assert not list(root.iter(f"{NAMESPACE}f")), "no formula"
    found = []
    for row in root.iter(f"{NAMESPACE}row"):
        cells = [(cell.get("t"), cell.findtext(f"{NAMESPACE}v") or "") for cell in row]
        found.append([texts[int(v)] if kind == "s" else int(v) for kind, v in cells])
    return found


def test_a_workbook_holds_each_table_on_a_sheet_with_numbers_as_numbers() -> None:
    made = report_workbook(Wanted(REPORT))
    assert made.name == "q-ser-course.xlsx"
    head = [[REPORT.title], [REPORT.made], [REPORT.notice]]
    assert rows_of(made.content, 1) == [
        *head,
        ["Joined, by department"],
        ["Department", "People", "Not begun", "Finished"],
        ["=Care*[x]", 12, 5, 7],
        ["Desk_", 10, 5, 5],
    ]
    assert rows_of(made.content, 2) == [
        *head,
        ["Progress: half/whole?"],
        ["Stage", "People"],
        ["Begun", 22],
    ]


def test_a_picture_is_as_wide_as_a_phone_and_grows_with_its_tables() -> None:
    def size(report: Report) -> tuple[int, int]:
        width, height = struct.unpack(">II", report_picture(ReportPicture(report)).png[16:24])
        return width, height

    short = size(replace(REPORT, tables=REPORT.tables[:1]))
    assert short[0] == size(REPORT)[0] == 780
    assert short[1] < size(REPORT)[1]


def test_a_paper_is_a_pdf_that_says_its_title() -> None:
    made = report_paper(ReportPaper(REPORT))
    assert made.name == "q-ser-course.pdf"
    assert made.content.startswith(b"%PDF-")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("form", Form)
def test_every_form_is_made_in_every_language(form: Form, language: str) -> None:
    made = drawn(screen(CourseReported(7, form), language))
    assert (made.picture is None) == (form is not Form.PICTURE)
    assert (made.attachment is None) == (form is Form.PICTURE)


@pytest.mark.parametrize("outcome", [HomeShown(7), CourseReported(7, Form.PICTURE)])
def test_what_the_picture_shows_the_text_says(outcome: object) -> None:
    shown = screen(outcome)
    assert isinstance(shown.drawing, ReportPicture)
    words = re.sub(r"</?[bi]>", "", shown.html).replace("&lt;", "<").replace("&gt;", ">")
    for table in shown.drawing.report.tables:
        assert table.title in words
        assert all(f"• {row.label}: {row.counts[0]}" in words for row in table.rows)


def test_without_an_organisation_there_is_nothing_to_draw() -> None:
    view = View("en", "Europe/Athens", NOW, small())
    assert word(HomeShown(7), view, None).drawing is None
    assert word(CourseReported(7, Form.PDF), view, None).drawing is None


def test_no_paper_is_offered_while_no_table_may_be_shown() -> None:
    view = View("en", "Europe/Athens", NOW, small())
    look = CourseLook("Egaleo", 0, NOW.date(), CourseReport("Egaleo", people=8))
    screen = course_report_screen(CourseReported(1, Form.PICTURE), look, view)
    assert [button.ask for row in screen.rows for button in row] == [ShowHome()]
