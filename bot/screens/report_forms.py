"""A report as a picture, a paper or a workbook: the drawing of each, and the button for it."""

from bot.screens.report_drawing import Report, ReportPaper, ReportPicture, ReportWorkbook
from bot.screens.speech import Speech
from learning.reports.model import Form


def drawn(form: Form, report: Report) -> ReportPicture | ReportPaper | ReportWorkbook:
    match form:
        case Form.PICTURE:
            return ReportPicture(report)
        case Form.PDF:
            return ReportPaper(report)
        case Form.XLSX:
            return ReportWorkbook(report)


def form_label(form: Form, speech: Speech) -> str:
    match form:
        case Form.PICTURE:
            return speech.label("The report as a picture")
        case Form.PDF:
            return speech.label("The report as a paper (PDF)")
        case Form.XLSX:
            return speech.label("The report as a workbook (XLSX)")
