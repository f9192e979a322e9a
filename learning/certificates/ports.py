"""What certificates need remembered."""

from typing import Protocol

from learning.certificates.model import Certificate, CertificateKind


class Certificates(Protocol):
    async def add(self, certificate: Certificate) -> Certificate:
        """With an id and a code of its own."""

    async def put(self, certificate: Certificate) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> Certificate | None: ...

    async def by_code(self, code: str) -> Certificate | None: ...

    async def valid(self, person_id: int, kind: CertificateKind, about: str) -> Certificate | None:
        """The latest one that has not ended."""
