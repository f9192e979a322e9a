"""A paper to print: typst sets what the screen has worded."""

import json
from dataclasses import asdict
from functools import partial
from hashlib import sha256
from pathlib import Path

import typst

from bot.screens.drawing import PrivatePaper, ResourcePaper
from bot.screens.screen import Attachment, Reusable

TEMPLATE = Path(__file__).parent / "templates" / "resource.typ"


def resource_paper(paper: ResourcePaper) -> Reusable:
    """The same for all who read one language; another word or template is another file."""
    data = resource_data(paper)
    key = sha256(TEMPLATE.read_bytes() + data.encode()).hexdigest()
    return Reusable(paper.file_name, key, partial(_drawn, data))


def private_paper(private: PrivatePaper) -> Attachment:
    return Attachment(private.paper.file_name, _drawn(resource_data(private.paper)))


def resource_data(paper: ResourcePaper) -> str:
    """The words travel as JSON, so that nothing in them is ever read as markup."""
    return json.dumps(asdict(paper), ensure_ascii=False)


def _drawn(data: str) -> bytes:
    """A PDF on A4, tagged for screen readers (PDF/UA-1)."""
    pdf = typst.compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"data": data},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one file")
    return pdf
