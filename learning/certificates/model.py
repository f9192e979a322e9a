"""A certificate as it is remembered: whose it is, but not under which name."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class CertificateKind(StrEnum):
    COURSE = "course"  # `about` is the course
    ATTENDANCE = "attendance"  # `about` is an event


class Ended(StrEnum):
    """Why a certificate is no longer valid."""

    REPLACED = "replaced"  # another one was made, perhaps under another name
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Certificate:
    """`person_id` is None once its holder was erased; `minutes` is how long it took in all;
    `version` names the texts that were learned."""

    id: int
    code: str
    person_id: int | None
    kind: CertificateKind
    about: str
    version: str
    minutes: int
    completed_on: date
    issued_at: datetime
    ended: Ended | None = None
    revision: int = 0
