"""QR codes: as the path of an SVG, for typst to draw, and as pictures."""

import re
from io import BytesIO

import segno

from bot.screens.drawing import QrPicture
from bot.screens.screen import Picture

QUIET = 4  # modules left white around the symbol, without which phones do not find it


def qr_path(text: str) -> tuple[str, int]:
    """The path, and the side of its view box in modules. Survives 15 % of dirt or wear."""
    rows = ["".join(map(str, row)) for row in segno.make(text, error="m", micro=False).matrix]
    path = "".join(
        _bar(QUIET + run.start(), QUIET + y, run.end() - run.start())
        for y, row in enumerate(rows)
        for run in re.finditer("1+", row)
    )
    return path, len(rows) + 2 * QUIET


def qr_picture(wanted: QrPicture) -> Picture:
    """A PNG large enough to be scanned from a screen across a room."""
    png = BytesIO()
    segno.make(wanted.target, error="m", micro=False).save(png, kind="png", scale=16, border=QUIET)
    return Picture(png.getvalue(), wanted.alt)


def _bar(x: int, y: int, width: int) -> str:
    return f"M{x} {y}h{width}v1h-{width}z"
