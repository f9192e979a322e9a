"""A certificate as it is remembered: whose it is, but not under which name."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from learning.talk.model import Focus


class CertificateKind(StrEnum):
    COURSE = "course"  # `about` is the course
    ATTENDANCE = "attendance"  # `about` is an event


class Ended(StrEnum):
    """Why a certificate is no longer valid."""

    REPLACED = "replaced"  # another one was made, perhaps under another name
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Earned:
    """What somebody may have a certificate of, its fields as those of Certificate. `focus` is where
    the name for it is typed; `event` is its id, None for the course."""

    kind: CertificateKind
    about: str
    version: str
    minutes: int
    completed_on: date
    focus: Focus
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """`person_id` is None once its holder was erased; `minutes` is how long it took in all;
    `version` names the texts that were learned; of an event it is its kind."""

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
