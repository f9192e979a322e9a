"""The circle of mentoring as a picture: typst draws what the screen has worded."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from bot.screens.drawing import CircleDrawing
from bot.screens.screen import Picture

TEMPLATE = Path(__file__).parent / "templates" / "circle.typ"
PIXELS_PER_INCH = 144  # two pixels a point, sharp on a phone


def circle_picture(drawing: CircleDrawing) -> Picture:
    """A PNG as wide as a phone. The words travel as JSON: nothing is ever read as markup."""
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
