"""Whoever has earned a certificate types the name for it. The same for a course and an event."""

import unicodedata
from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.certificates import outcomes as o
from learning.certificates.model import Certificate, CertificateKind, Earned, Ended
from learning.certificates.ports import Certificates
from learning.talk.model import Readiness
from learning.talk.ports import Focuses, HeldTexts

SHORTEST_NAME, LONGEST_NAME = 2, 80


async def shown(
    earned: Earned, actor: Actor, certificates: Certificates, focuses: Focuses
) -> o.CertificateThere | o.CertificateNameAsked:
    """The one that there is; the first time, the name is asked for."""
    there = await _valid(earned, actor, certificates)
    if there is not None:
        return o.CertificateThere(there.id, there.code, there.completed_on, earned.event)
    return await name_asked(earned, actor, certificates, focuses)


async def name_asked(
    earned: Earned, actor: Actor, certificates: Certificates, focuses: Focuses
) -> o.CertificateNameAsked:
    await focuses.put(learner(actor)[0].id, earned.focus)
    return _asked(earned, await _valid(earned, actor, certificates))


async def issued(
    earned: Earned,
    typed: str,
    actor: Actor,
    now: datetime,
    certificates: Certificates,
    focuses: Focuses,
    held_texts: HeldTexts,
) -> o.CertificateIssued | o.CertificateNameAsked:
    """The name waits, sealed, for the paper, and is taken away when that is printed."""
    there = await _valid(earned, actor, certificates)
    name = readable_name(typed)
    if name is None:
        return _asked(earned, there, unreadable=True)
    if there is not None:
        await certificates.put(ended(there, Ended.REPLACED))
    me = learner(actor)[0].id
    made = await certificates.add(_new(earned, me, now))
    await focuses.clear(me, earned.focus)
    held = await held_texts.hold(me, name, now)
    return o.CertificateIssued(made.id, held, earned.event)


async def name_readiness(
    kind: CertificateKind, about: str, text: str, actor: Actor, certificates: Certificates
) -> Readiness:
    """The revision is the certificate that would be replaced: a prompt answered once is over."""
    there = await certificates.valid(learner(actor)[0].id, kind, about)
    return Readiness(there.id if there else 0, readable_name(text) is not None)


def readable_name(text: str) -> str | None:
    """A name of any script on one line; None for what is none, such as a number or a sentence
    with a question mark."""
    name = " ".join(text.split())
    letters = sum(character.isalpha() for character in name)
    odd = any(not (c.isalpha() or c in " '’.-·,()ʼ") and not _combines(c) for c in name)
    if "\n" in text.strip() or odd or letters < SHORTEST_NAME or len(name) > LONGEST_NAME:
        return None
    return name


def _combines(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def ended(certificate: Certificate, why: Ended) -> Certificate:
    return replace(certificate, ended=why, revision=certificate.revision + 1)


def _new(earned: Earned, person: int, now: datetime) -> Certificate:
    return Certificate(
        id=0,
        code="",
        person_id=person,
        kind=earned.kind,
        about=earned.about,
        version=earned.version,
        minutes=earned.minutes,
        completed_on=earned.completed_on,
        issued_at=now,
    )


def _asked(
    earned: Earned, there: Certificate | None, *, unreadable: bool = False
) -> o.CertificateNameAsked:
    return o.CertificateNameAsked(there.id if there else 0, unreadable, earned.event)


async def _valid(earned: Earned, actor: Actor, certificates: Certificates) -> Certificate | None:
    return await certificates.valid(learner(actor)[0].id, earned.kind, earned.about)
