"""A poster or leaflet with one large code: typst sets what the screen has worded."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from bot.documents.qr import qr_path
from bot.screens.drawing import PosterDrawing
from bot.screens.screen import Attachment

TEMPLATE = Path(__file__).parent / "templates" / "poster.typ"


def poster(drawing: PosterDrawing) -> Attachment:
    """A PDF of one page. The words travel as JSON, so that nothing in them is read as markup."""
    path, size = qr_path(drawing.link)
    data = {**asdict(drawing), "path": path, "size": size}
    pdf = typst.compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        ignore_system_fonts=True,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one file")
    return Attachment(drawing.file_name, pdf)
