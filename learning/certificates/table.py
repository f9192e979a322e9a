"""Ask → use case, and what of this room waits for a text."""

from learning.ask import UseCases
from learning.certificates import asks, checking, issuing
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.ShowCertificate: issuing.show_certificate,
    asks.AskCertificateName: issuing.ask_certificate_name,
    asks.IssueCertificate: issuing.issue_certificate,
    asks.CheckCertificate: checking.check_certificate,
    asks.OfferCertificateRevocation: checking.offer_certificate_revocation,
    asks.RevokeCertificate: checking.revoke_certificate,
}
PROMPTS: Prompts = {
    Prompt.CERTIFICATE: PromptKind(
        lambda id, name: asks.IssueCertificate(name), issuing.name_readiness
    )
}
