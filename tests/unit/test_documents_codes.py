"""Sheets of codes on paper."""

from dataclasses import replace

import pytest

from bot.documents.codes import code_sheet
from bot.locales.catalogues import languages
from bot.screens.drawing import CodeSlip, SheetDrawing
from bot.screens.table import word
from bot.screens.view import View
from learning.account.model import Role
from learning.organisations.outcomes import SheetReady
from learning.readings import PrintedSheet
from tests.curricula import small
from tests.outcomes import NOW
from tests.outcomes_of_organisations import printed


def drawing(sheet: PrintedSheet) -> SheetDrawing:
    view = View("en", "Europe/Athens", NOW, small(), bot_username="q_ser_assistant_bot")
    drawn = word(SheetReady(1), view, sheet).drawing
    assert isinstance(drawn, SheetDrawing)
    return drawn


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"role": Role.TRAINER, "department": None},
    ],
)
def test_a_sheet_is_a_paper_in_the_organisations_language(
    language: str, fields: dict[str, object]
) -> None:
    sheet = drawing(printed(language=language, **fields))
    assert sheet.language == language
    assert code_sheet(sheet).content.startswith(b"%PDF")


def test_each_slip_carries_the_link_and_what_to_type() -> None:
    slip, *_ = drawing(printed()).slips
    assert slip.link == "https://t.me/q_ser_assistant_bot?start=abcdefgh00"
    assert slip.command == "/start abcdefgh00"


def test_a_name_is_never_read_as_markup_and_may_be_long() -> None:
    odd = CodeSlip('#panic("read") $x$ \\ "*' * 20, "<svg>" * 40, "/start x", "https://t.me/x")
    assert code_sheet(replace(drawing(printed()), slips=(odd, odd))).content
    assert code_sheet(replace(drawing(printed()), slips=(odd,))).content
