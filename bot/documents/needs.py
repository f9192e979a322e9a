"""The needs report as a picture or a paper: typst sets what the screen has worded."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Literal

import typst

from bot.documents.report import PIXELS_PER_INCH
from bot.screens.report_drawing import NeedsDrawing, NeedsPaper, NeedsPicture
from bot.screens.screen import Attachment, Picture

TEMPLATE = Path(__file__).parent / "templates" / "needs.typ"


def needs_picture(picture: NeedsPicture) -> Picture:
    """A PNG about as wide as a phone; its height grows with its questions."""
    return Picture(_compiled(picture.report, "png"), picture.report.alt)


def needs_paper(paper: NeedsPaper) -> Attachment:
    """A PDF of A4 pages."""
    return Attachment(f"{paper.report.file_name}.pdf", _compiled(paper.report, "pdf"))


def _compiled(report: NeedsDrawing, form: Literal["png", "pdf"]) -> bytes:
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
