"""A paper to print: typst sets what the screen has worded."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from bot.screens.drawing import ResourcePaper
from bot.screens.screen import Attachment

TEMPLATE = Path(__file__).parent / "templates" / "resource.typ"


def resource_paper(paper: ResourcePaper) -> Attachment:
    """A PDF on A4, tagged for screen readers (PDF/UA-1). The words travel as JSON, so that nothing
    in them is ever read as markup."""
    pdf = typst.compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"data": resource_data(paper)},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one file")
    return Attachment(paper.file_name, pdf)


def resource_data(paper: ResourcePaper) -> str:
    return json.dumps(asdict(paper), ensure_ascii=False)
