"""Is a certificate valid? And: it is to be so no longer."""

from datetime import datetime

from learning.account.model import Actor, Role
from learning.account.ports import People
from learning.audit import Audit, Deed, Entry
from learning.certificates import asks
from learning.certificates import outcomes as o
from learning.certificates.issuing import ended
from learning.certificates.model import Certificate, Ended
from learning.certificates.ports import Certificates

LONGEST_CODE = 40


async def check_certificate(
    ask: asks.CheckCertificate,
    actor: Actor,
    now: datetime,
    *,
    certificates: Certificates,
    people: People,
) -> o.CertificateChecked | o.CertificateUnknown:
    code = readable_code(ask.code)
    if not code:
        return o.CertificateUnknown(asked=False)
    found = await certificates.by_code(code)
    if found is None:
        return o.CertificateUnknown()
    revocable = found.ended is None and await _may_revoke(actor, found, people)
    return checked(found, found.id if revocable else None)


async def offer_certificate_revocation(
    ask: asks.OfferCertificateRevocation,
    actor: Actor,
    now: datetime,
    *,
    certificates: Certificates,
    people: People,
) -> o.CertificateRevocationOffered | o.CertificateUnknown:
    found = await certificates.get(ask.certificate)
    if found is None or found.ended or not await _may_revoke(actor, found, people):
        return o.CertificateUnknown()
    return o.CertificateRevocationOffered(found.id, found.code)


async def revoke_certificate(
    ask: asks.RevokeCertificate,
    actor: Actor,
    now: datetime,
    *,
    certificates: Certificates,
    people: People,
    audit: Audit,
) -> o.CertificateRevoked | o.CertificateUnknown:
    found = await certificates.get(ask.certificate)
    if found is None or found.ended or not await _may_revoke(actor, found, people):
        return o.CertificateUnknown()
    await certificates.put(ended(found, Ended.REVOKED))
    member = actor.acting_as(Role.COORDINATOR)
    if member is not None and not _is_holder(actor, found):
        by = actor.person.id if actor.person else None
        deed = Deed.REVOKED_CERTIFICATE
        await audit.record(Entry(member.organisation.id, deed, now, by, found.person_id, found.id))
    return o.CertificateRevoked(found.code)


def checked(found: Certificate, revocable_as: int | None = None) -> o.CertificateChecked:
    return o.CertificateChecked(
        found.code,
        found.kind,
        found.about,
        found.version,
        found.completed_on,
        found.ended,
        revocable_as,
    )


def readable_code(text: str) -> str:
    """As codes are stored, of what somebody typed from paper."""
    return "".join(c for c in text[:LONGEST_CODE].lower() if c.isalnum())


def _is_holder(actor: Actor, certificate: Certificate) -> bool:
    return actor.person is not None and actor.person.id == certificate.person_id


async def _may_revoke(actor: Actor, certificate: Certificate, people: People) -> bool:
    """Its holder, and who coordinates the organisation that the holder is in."""
    if _is_holder(actor, certificate):
        return True
    member = actor.acting_as(Role.COORDINATOR)
    if member is None or certificate.person_id is None:
        return False
    holder = await people.by_id(certificate.person_id)
    return any(each.organisation.id == member.organisation.id for each in holder.memberships)
