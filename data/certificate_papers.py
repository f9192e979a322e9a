"""The one moment in which a certificate and its name come together: when the paper is printed."""

import secrets
from dataclasses import replace

from sqlalchemy import bindparam, select

from data.certificates import read
from data.events import SqlEvents
from data.sealing import Sealer
from data.session import Engine, Session
from data.signing import signing_key
from data.tables.certificates import certificates
from data.talk import SqlHeldTexts
from learning.certificates.model import Certificate, CertificateKind
from learning.certificates.statement import KEY_DIGITS, Statement, encoded, mark_of
from learning.readings import CertificatePaper

SALT_BYTES = 16
_GET = select(certificates).where(certificates.c.id == bindparam("this_id"))


async def certificate_paper(
    engine: Engine, sealer: Sealer, certificate: int, held: int
) -> CertificatePaper | None:
    """Takes the name out of where it waited: it can be read once. None when it is gone."""
    async with engine.writing() as session:
        row = await session.row(_GET, {"this_id": certificate})
        if row is None or row.person_id is None:
            return None
        name = await SqlHeldTexts(session, sealer).take(row.person_id, held)
        if name is None:
            return None
        made = read(row)
        paper = await _signed(name, made, session, sealer)
        if made.kind is not CertificateKind.ATTENDANCE:
            return paper
        return replace(paper, event=await SqlEvents(session, sealer).get(int(made.about)))


async def _signed(
    name: str, certificate: Certificate, session: Session, sealer: Sealer
) -> CertificatePaper:
    key = await signing_key(session, sealer)
    salt = secrets.token_bytes(SALT_BYTES)
    statement = Statement(
        kind=certificate.kind,
        about=certificate.about,
        minutes=certificate.minutes,
        completed_on=certificate.completed_on,
        version=certificate.version,
        code=certificate.code,
        salt=encoded(salt),
        mark=mark_of(name, salt),
        key=key.public[:KEY_DIGITS],
    )
    line = f"{statement.line}.{encoded(key.sign(statement.line))}"
    return CertificatePaper(name, statement, line, key.public)
