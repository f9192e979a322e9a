"""Certificates in memory."""

from dataclasses import dataclass, replace

from learning.ask import Conflict
from learning.certificates.model import Certificate, CertificateKind
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryCertificates:
    state: State

    async def add(self, certificate: Certificate) -> Certificate:
        id = next(self.state.ids)
        added = replace(certificate, id=id, code=f"code{id}")
        self.state.certificates[id] = added
        return added

    async def put(self, certificate: Certificate) -> None:
        before = self.state.certificates.get(certificate.id)
        if before is None or before.revision != certificate.revision - 1:
            raise Conflict
        self.state.certificates[certificate.id] = certificate

    async def get(self, id: int) -> Certificate | None:
        return self.state.certificates.get(id)

    async def by_code(self, code: str) -> Certificate | None:
        found = (each for each in self.state.certificates.values() if each.code == code)
        return next(found, None)

    async def valid(self, person_id: int, kind: CertificateKind, about: str) -> Certificate | None:
        wanted = (person_id, kind, about, None)
        found = [
            each
            for each in self.state.certificates.values()
            if (each.person_id, each.kind, each.about, each.ended) == wanted
        ]
        return found[-1] if found else None
