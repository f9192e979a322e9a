"""A report as a picture or a paper: typst sets what the screen has worded."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Literal

import typst

from bot.screens.report_drawing import Report, ReportPaper, ReportPicture
from bot.screens.screen import Attachment, Picture

TEMPLATE = Path(__file__).parent / "templates" / "report.typ"
PIXELS_PER_INCH = 144


def report_picture(picture: ReportPicture) -> Picture:
    """A PNG about as wide as a phone; its height grows with its tables."""
    return Picture(_compiled(picture.report, "png"), picture.report.alt)


def report_paper(paper: ReportPaper) -> Attachment:
    """A PDF of A4 pages."""
    content = _compiled(paper.report, "pdf")
    return Attachment(f"{paper.report.file_name}.pdf", content)


def _compiled(report: Report, form: Literal["png", "pdf"]) -> bytes:
    """The words travel as JSON, so that no name of a department is ever read as markup."""
    made = typst.compile(
        str(TEMPLATE),
        format=form,
        ppi=PIXELS_PER_INCH,
        sys_inputs={"data": json.dumps(asdict(report), ensure_ascii=False), "form": form},
        ignore_system_fonts=True,
    )
    if not isinstance(made, bytes):
        raise TypeError("the report came out in several files")
    return made
