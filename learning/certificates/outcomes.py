"""What is true after an act on certificates. No names: that on the paper is read once, when it is
printed."""

from dataclasses import dataclass
from datetime import date

from learning.certificates.model import CertificateKind, Ended


@dataclass(frozen=True, slots=True)
class CourseNotFinished:
    """So many of so many lessons and scenarios are still to be done."""

    lessons: int
    of_lessons: int
    scenarios: int
    of_scenarios: int


@dataclass(frozen=True, slots=True)
class NotAttended:
    """The person is not on the list of those who were at this event."""

    event: int


@dataclass(frozen=True, slots=True)
class CertificateThere:
    """One was issued before; its paper is with its holder alone. `event`: None for the course."""

    certificate: int
    code: str
    completed_on: date
    event: int | None = None


@dataclass(frozen=True, slots=True)
class CertificateNameAsked:
    """`replaces` is the certificate that ends when the new one is issued, 0 for none."""

    replaces: int
    unreadable: bool = False
    event: int | None = None


@dataclass(frozen=True, slots=True)
class CertificateIssued:
    """`held` is where the name waits for the paper, sealed."""

    certificate: int
    held: int
    event: int | None = None


@dataclass(frozen=True, slots=True)
class CertificateChecked:
    """`certificate` is its id for those who may revoke it, else None."""

    code: str
    kind: CertificateKind
    about: str
    version: str
    completed_on: date
    ended: Ended | None
    certificate: int | None = None


@dataclass(frozen=True, slots=True)
class CertificateUnknown:
    """There is none of this code, or none that the actor may name; `asked`: a code was given."""

    asked: bool = True


@dataclass(frozen=True, slots=True)
class CertificateRevocationOffered:
    certificate: int
    code: str


@dataclass(frozen=True, slots=True)
class CertificateRevoked:
    code: str
