import struct
from dataclasses import replace

import pytest

from bot.documents.progress import progress_picture
from bot.locales.catalogues import languages
from bot.screens.drawing import ProgressDrawing
from bot.screens.table import word
from bot.screens.view import View
from tests.curricula import small
from tests.outcomes import NOW, of_progress


def drawing(language: str, example: int = 0) -> ProgressDrawing:
    view = View(language, "Europe/Athens", NOW, small())
    drawn = word(of_progress()[example], view).drawing
    assert isinstance(drawn, ProgressDrawing)
    return drawn


def width_of(png: bytes) -> int:
    return int(struct.unpack(">I", png[16:20])[0])


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("example", [0, 1, 2])
def test_progress_is_drawn_as_wide_as_a_phone(language: str, example: int) -> None:
    picture = progress_picture(drawing(language, example))
    assert picture.png.startswith(b"\x89PNG")
    assert width_of(picture.png) == 780
    assert picture.alt


def test_a_title_is_never_read_as_markup() -> None:
    odd = replace(drawing("en"), title='#panic("read") $x$ \\ "*')
    assert progress_picture(odd).png
