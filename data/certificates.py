"""Certificates: codes, dates and whose they are."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from data.minting import new_code
from data.session import Session
from data.tables.certificates import certificates
from learning.ask import Conflict
from learning.certificates.model import Certificate, CertificateKind, Ended

_ADD = insert(certificates).returning(certificates)
_PUT = (
    update(certificates)
    .where(certificates.c.id == bindparam("this_id"))
    .where(certificates.c.revision == bindparam("before"))
)
_GET = select(certificates).where(certificates.c.id == bindparam("this_id"))
_BY_CODE = select(certificates).where(certificates.c.code == bindparam("this_code"))
_VALID = (
    select(certificates)
    .where(certificates.c.person_id == bindparam("of_person"))
    .where(certificates.c.kind == bindparam("of_kind"))
    .where(certificates.c.about == bindparam("of_about"))
    .where(certificates.c.ended.is_(None))
    .order_by(certificates.c.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class SqlCertificates:
    session: Session

    async def add(self, certificate: Certificate) -> Certificate:
        values = {
            "code": new_code(),
            "person_id": certificate.person_id,
            "kind": certificate.kind,
            "about": certificate.about,
            "version": certificate.version,
            "minutes": certificate.minutes,
            "completed_on": certificate.completed_on,
            "issued_at": certificate.issued_at,
            "revision": certificate.revision,
        }
        return read(await self.session.one(_ADD, values))

    async def put(self, certificate: Certificate) -> None:
        guard = {"this_id": certificate.id, "before": certificate.revision - 1}
        change = {"ended": certificate.ended, "revision": certificate.revision}
        if not await self.session.run(_PUT, {**guard, **change}):
            raise Conflict

    async def get(self, id: int) -> Certificate | None:
        row = await self.session.row(_GET, {"this_id": id})
        return read(row) if row else None

    async def by_code(self, code: str) -> Certificate | None:
        row = await self.session.row(_BY_CODE, {"this_code": code})
        return read(row) if row else None

    async def valid(self, person_id: int, kind: CertificateKind, about: str) -> Certificate | None:
        wish = {"of_person": person_id, "of_kind": kind, "of_about": about}
        row = await self.session.row(_VALID, wish)
        return read(row) if row else None


def read(row: Row[Any]) -> Certificate:
    return Certificate(
        id=row.id,
        code=row.code,
        person_id=row.person_id,
        kind=CertificateKind(row.kind),
        about=row.about,
        version=row.version,
        minutes=row.minutes,
        completed_on=row.completed_on,
        issued_at=row.issued_at,
        ended=Ended(row.ended) if row.ended else None,
        revision=row.revision,
    )
