"""A sheet of codes to print and cut: typst sets what the screen has worded."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from bot.documents.qr import qr_path
from bot.screens.drawing import SheetDrawing
from bot.screens.screen import Attachment

TEMPLATE = Path(__file__).parent / "templates" / "codes.typ"


def code_sheet(sheet: SheetDrawing) -> Attachment:
    """A PDF on A4. The words travel as JSON, so that nothing in them is ever read as markup."""
    data = asdict(sheet)
    for slip in data["slips"]:
        slip["path"], slip["size"] = qr_path(slip["link"])
    pdf = typst.compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        ignore_system_fonts=True,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one file")
    return Attachment(sheet.file_name, pdf)
