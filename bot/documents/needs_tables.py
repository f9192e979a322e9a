"""The tables of a needs report as a workbook, or as CSV files in one archive."""

import csv
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

from bot.screens.report_drawing import NeedsFiles, NeedsSheet, NeedsWorkbook
from bot.screens.screen import Attachment

WIDTH = 24  # characters
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def needs_workbook(wanted: NeedsWorkbook) -> Attachment:
    """An XLSX. Texts are written as texts, so that none is ever read as a formula."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        for sheet in wanted.sheets:
            _write(book, sheet)
    return Attachment(f"{wanted.file_name}.xlsx", content.getvalue())


def _write(book: Workbook, sheet: NeedsSheet) -> None:
    page, bold = book.add_worksheet(sheet.name), book.add_format({"bold": True})
    page.set_column(0, len(sheet.rows[0]) - 1, WIDTH)
    page.freeze_panes(1, 0)
    for line, row in enumerate(sheet.rows):
        for at, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(line, at, cell)
            else:
                page.write_string(line, at, cell, bold if line == 0 else None)


def needs_files(wanted: NeedsFiles) -> Attachment:
    """A ZIP of UTF-8 files with the mark that spreadsheets look for."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for sheet in wanted.sheets:
            archive.writestr(f"{sheet.file_name}.csv", _csv(sheet).encode("utf-8-sig"))
    return Attachment(f"{wanted.file_name}.zip", content.getvalue())


def _csv(sheet: NeedsSheet) -> str:
    text = StringIO()
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in sheet.rows)
    return text.getvalue()


def _harmless(cell: str | int) -> str | int:
    """Spreadsheets compute what begins like a formula; a lone "-" is no answer, and stays."""
    risky = isinstance(cell, str) and len(cell) > 1 and cell.startswith(FORMULA)
    return f"'{cell}" if risky else cell
