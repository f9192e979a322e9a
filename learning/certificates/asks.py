"""What one may ask of certificates."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.certificates import outcomes as o
from learning.events.outcomes import QuestionPut

OfAttendance = o.CertificateThere | o.CertificateNameAsked | o.NotAttended | QuestionPut


@dataclass(frozen=True, slots=True)
class ShowCertificate(Ask[o.CourseNotFinished | o.CertificateThere | o.CertificateNameAsked]):
    """What is missing; or the name is asked for, the first time."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class AskCertificateName(Ask[o.CourseNotFinished | o.CertificateNameAsked]):
    """Another paper, under the name that is typed next."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class IssueCertificate(Ask[o.CertificateIssued | o.CertificateNameAsked | o.CourseNotFinished]):
    right: ClassVar[Right] = Right.PERSON
    name: str


@dataclass(frozen=True, slots=True)
class ShowAttendance(Ask[OfAttendance]):
    """The certificate of having been at an event; before it, what was thought of the event."""

    right: ClassVar[Right] = Right.PERSON
    event: int


@dataclass(frozen=True, slots=True)
class AskAttendanceName(Ask[OfAttendance]):
    """Another paper, under the name that is typed next."""

    right: ClassVar[Right] = Right.PERSON
    event: int


@dataclass(frozen=True, slots=True)
class IssueAttendance(Ask[o.CertificateIssued | OfAttendance]):
    right: ClassVar[Right] = Right.PERSON
    event: int
    name: str


@dataclass(frozen=True, slots=True)
class CheckCertificate(Ask[o.CertificateChecked | o.CertificateUnknown]):
    """For anybody who holds a paper."""

    right: ClassVar[Right] = Right.ANYONE
    code: str


@dataclass(frozen=True, slots=True)
class OfferCertificateRevocation(Ask[o.CertificateRevocationOffered | o.CertificateUnknown]):
    right: ClassVar[Right] = Right.PERSON
    certificate: int


@dataclass(frozen=True, slots=True)
class RevokeCertificate(Ask[o.CertificateRevoked | o.CertificateUnknown]):
    """By its holder, or by a coordinator of the organisation its holder is in."""

    right: ClassVar[Right] = Right.PERSON
    certificate: int
