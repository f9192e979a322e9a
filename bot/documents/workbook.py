"""A report as a workbook: a sheet for each table."""

from io import BytesIO

from xlsxwriter import Workbook

from bot.screens.report_drawing import ReportTable, ReportWorkbook
from bot.screens.screen import Attachment

LONGEST_NAME = 31  # of a sheet, in Excel
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
LABEL_WIDTH, COUNT_WIDTH = 44, 16  # characters


def report_workbook(wanted: ReportWorkbook) -> Attachment:
    """An XLSX. Texts are written as texts, so that none is ever read as a formula."""
    report, content = wanted.report, BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        for number, table in enumerate(report.tables, start=1):
            head = (report.title, report.made, report.notice, table.title)
            _write(book, number, head, table)
    return Attachment(f"{report.file_name}.xlsx", content.getvalue())


def _write(book: Workbook, number: int, head: tuple[str, ...], table: ReportTable) -> None:
    sheet = book.add_worksheet(_name(number, table.title))
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, LABEL_WIDTH)
    sheet.set_column(1, len(table.columns), COUNT_WIDTH)
    for at, text in enumerate(head):
        sheet.write_string(at, 0, text, bold if at in (0, len(head) - 1) else None)
    top = len(head) + 1
    for at, text in enumerate((table.first, *table.columns)):
        sheet.write_string(top, at, text, bold)
    for line, row in enumerate(table.rows, start=top + 1):
        sheet.write_string(line, 0, row.label)
        for at, count in enumerate(row.counts, start=1):
            sheet.write_number(line, at, count)


def _name(number: int, title: str) -> str:
    """Numbered, because two titles may begin alike."""
    return f"{number} {title.translate(NOT_IN_NAMES)}"[:LONGEST_NAME].strip()
