"""The picture of the abilities: typst draws what the screen has worded."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from bot.documents.progress import PIXELS_PER_INCH
from bot.screens.drawing import AbilitiesDrawing
from bot.screens.screen import Picture

TEMPLATE = Path(__file__).parent / "templates" / "abilities.typ"


def abilities_picture(drawing: AbilitiesDrawing) -> Picture:
    """A PNG about as wide as a phone. The words travel as JSON, so that no name is ever read as
    markup."""
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
