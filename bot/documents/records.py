"""A person's own data as a paper: typst sets what the screen has worded."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from bot.screens.drawing import RecordsPaper
from bot.screens.screen import Attachment

TEMPLATE = Path(__file__).parent / "templates" / "records.typ"


def records_paper(paper: RecordsPaper) -> Attachment:
    """A PDF. The words travel as JSON, so that nothing in them is ever read as markup."""
    pdf = typst.compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"data": json.dumps(asdict(paper), ensure_ascii=False)},
        ignore_system_fonts=True,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one file")
    return Attachment(paper.file_name, pdf)
