"""Which document draws which drawing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.documents.abilities import abilities_picture
from bot.documents.calendar import calendar_file
from bot.documents.certificate import certificate_paper
from bot.documents.circle import circle_picture
from bot.documents.codes import code_sheet
from bot.documents.needs import needs_paper, needs_picture
from bot.documents.needs_tables import needs_files, needs_workbook
from bot.documents.poster import poster
from bot.documents.progress import progress_picture
from bot.documents.qr import qr_picture
from bot.documents.records import records_paper
from bot.documents.report import report_paper, report_picture
from bot.documents.resources import private_paper, resource_paper
from bot.documents.workbook import report_workbook
from bot.screens.drawing import (
    AbilitiesDrawing,
    CalendarFile,
    CertificateDrawing,
    CircleDrawing,
    PosterDrawing,
    PrivatePaper,
    ProgressDrawing,
    QrPicture,
    RecordsPaper,
    ResourcePaper,
    SheetDrawing,
)
from bot.screens.report_drawing import (
    NeedsFiles,
    NeedsPaper,
    NeedsPicture,
    NeedsWorkbook,
    ReportPaper,
    ReportPicture,
    ReportWorkbook,
)
from bot.screens.screen import Attachment, Picture, Reusable, Screen

DOCUMENTS: dict[type, Callable[[Any], Picture | Attachment | Reusable]] = {
    CertificateDrawing: certificate_paper,
    CalendarFile: calendar_file,
    QrPicture: qr_picture,
    AbilitiesDrawing: abilities_picture,
    NeedsPicture: needs_picture,
    NeedsPaper: needs_paper,
    NeedsWorkbook: needs_workbook,
    NeedsFiles: needs_files,
    PosterDrawing: poster,
    ProgressDrawing: progress_picture,
    RecordsPaper: records_paper,
    ReportPicture: report_picture,
    ReportPaper: report_paper,
    ReportWorkbook: report_workbook,
    ResourcePaper: resource_paper,
    PrivatePaper: private_paper,
    CircleDrawing: circle_picture,
    SheetDrawing: code_sheet,
}


def drawn(screen: Screen) -> Screen:
    """The screen with its drawing made. It computes; call it outside the event loop."""
    if screen.drawing is None:
        return screen
    made = DOCUMENTS[type(screen.drawing)](screen.drawing)
    if isinstance(made, Picture):
        return replace(screen, picture=made, drawing=None)
    return replace(screen, attachment=made, drawing=None)
