"""A certificate: typst sets what the screen has worded."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from bot.documents.qr import qr_path
from bot.screens.drawing import CertificateDrawing
from bot.screens.screen import Attachment

TEMPLATE = Path(__file__).parent / "templates" / "certificate.typ"


def certificate_paper(certificate: CertificateDrawing) -> Attachment:
    """A PDF on A4, tagged for screen readers (PDF/UA-1). The name travels as JSON, so that nothing
    in it is ever read as markup."""
    data = asdict(certificate)
    data["path"], data["size"] = qr_path(certificate.square)
    pdf = typst.compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )
    if not isinstance(pdf, bytes):
        raise TypeError("a PDF is one file")
    return Attachment(certificate.file_name, pdf)
