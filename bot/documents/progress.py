"""The progress picture: typst draws what the screen has worded."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from bot.screens.drawing import ProgressDrawing
from bot.screens.screen import Picture

TEMPLATE = Path(__file__).parent / "templates" / "progress.typ"
PIXELS_PER_INCH = 144  # two pixels a point: 780 pixels wide, sharp on a phone


def progress_picture(drawing: ProgressDrawing) -> Picture:
    """A PNG about as wide as a phone; its height grows with the course.

    The words travel as JSON, so that no title is ever read as markup.
    """
    png = typst.compile(
        str(TEMPLATE),
        format="png",
        ppi=PIXELS_PER_INCH,
        sys_inputs={"data": json.dumps(asdict(drawing), ensure_ascii=False)},
        ignore_system_fonts=True,
    )
    if not isinstance(png, bytes):
        raise TypeError("the picture came out in several pages")
    return Picture(png, drawing.alt)
