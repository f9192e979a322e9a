"""Ask → use case, and what of this room waits for a text."""

from learning.ask import UseCases
from learning.certificates import asks, checking, of_attendance, of_course
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.ShowCertificate: of_course.show_certificate,
    asks.AskCertificateName: of_course.ask_certificate_name,
    asks.IssueCertificate: of_course.issue_certificate,
    asks.ShowAttendance: of_attendance.show_attendance,
    asks.AskAttendanceName: of_attendance.ask_attendance_name,
    asks.IssueAttendance: of_attendance.issue_attendance,
    asks.CheckCertificate: checking.check_certificate,
    asks.OfferCertificateRevocation: checking.offer_certificate_revocation,
    asks.RevokeCertificate: checking.revoke_certificate,
}
PROMPTS: Prompts = {
    Prompt.CERTIFICATE: PromptKind(
        lambda id, name: asks.IssueCertificate(name), of_course.readiness
    ),
    Prompt.ATTENDED: PromptKind(asks.IssueAttendance, of_attendance.readiness),
}
