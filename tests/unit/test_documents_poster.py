"""The paper of an open code: one page, one large square, the organisation's language."""

from dataclasses import replace

import pypdfium2
import pytest

from bot.documents.poster import poster
from bot.locales.catalogues import languages
from bot.screens.drawing import PosterDrawing
from bot.screens.table import word
from bot.screens.view import View
from learning.account.model import CodeKind
from learning.organisations.outcomes import SheetReady
from learning.readings import PrintedCode
from tests.curricula import small
from tests.outcomes import NOW
from tests.outcomes_of_organisations import printed
from tests.reading_pdf import square_on, words_of

MILLIMETRE = 72 / 25.4
LINK = "https://t.me/q_ser_assistant_bot?start=abcdefgh00"
TOLD = {
    "en": ("Five-minute lessons", "In English, Greek and Spanish"),
    "el": ("Μαθήματα πέντε λεπτών", "Στα ελληνικά, τα αγγλικά και τα ισπανικά"),
    "es": ("Lecciones de cinco minutos", "En español, inglés y griego"),
}


def drawing(channel: str, language: str = "en") -> PosterDrawing:
    view = View("en", "Europe/Athens", NOW, small(), bot_username="q_ser_assistant_bot")
    fields = {"kind": CodeKind.OPEN, "channel": channel, "department": None}
    sheet = printed(language=language, codes=(PrintedCode("abcdefgh00", None),), **fields)
    drawn = word(SheetReady(1), view, sheet).drawing
    assert isinstance(drawn, PosterDrawing)
    return drawn


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    ("channel", "size"),
    [("poster", (210, 297)), ("seminar", (210, 297)), ("leaflet", (148, 210))],
)
def test_an_open_code_is_one_page_that_says_what_one_gets(
    language: str, channel: str, size: tuple[int, int]
) -> None:
    pdf = poster(drawing(channel, language)).content
    [page] = pypdfium2.PdfDocument(pdf)
    assert tuple(round(points / MILLIMETRE) for points in page.get_size()) == size
    assert square_on(pdf) == LINK
    words = " ".join(words_of(pdf).split())
    assert all(told in words for told in TOLD[language])
    assert "/start abcdefgh00" in words


def test_a_name_is_never_read_as_markup_and_may_be_long() -> None:
    odd = replace(drawing("leaflet"), organisation='#panic("read") $x$ \\ "*' * 30)
    pdf = poster(odd).content
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    assert square_on(pdf) == LINK
