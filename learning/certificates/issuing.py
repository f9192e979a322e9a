"""A person who has finished the course asks for a certificate, and types the name for it."""

import unicodedata
from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.certificates import asks
from learning.certificates import outcomes as o
from learning.certificates.model import Certificate, CertificateKind, Ended
from learning.certificates.ports import Certificates
from learning.course.curriculum import Curriculum
from learning.lessons.ports import Completions
from learning.rhythm.local import local_day
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses, HeldTexts

SHORTEST_NAME, LONGEST_NAME = 2, 80
HERE = Focus(Prompt.CERTIFICATE, 1)  # there is one course


async def show_certificate(
    ask: asks.ShowCertificate,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    completions: Completions,
    certificates: Certificates,
    focuses: Focuses,
) -> o.CourseNotFinished | o.CertificateThere | o.CertificateNameAsked:
    if missing := await _missing(actor, curriculum, completions):
        return missing
    valid = await _valid(actor, curriculum, certificates)
    if valid is not None:
        return o.CertificateThere(valid.id, valid.code, valid.completed_on)
    await focuses.put(learner(actor)[0].id, HERE)
    return o.CertificateNameAsked(0)


async def ask_certificate_name(
    ask: asks.AskCertificateName,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    completions: Completions,
    certificates: Certificates,
    focuses: Focuses,
) -> o.CourseNotFinished | o.CertificateNameAsked:
    if missing := await _missing(actor, curriculum, completions):
        return missing
    await focuses.put(learner(actor)[0].id, HERE)
    valid = await _valid(actor, curriculum, certificates)
    return o.CertificateNameAsked(valid.id if valid else 0)


async def issue_certificate(
    ask: asks.IssueCertificate,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    completions: Completions,
    certificates: Certificates,
    focuses: Focuses,
    held_texts: HeldTexts,
) -> o.CertificateIssued | o.CertificateNameAsked | o.CourseNotFinished:
    """The name waits, sealed, for the paper, and is taken away when that is printed."""
    if missing := await _missing(actor, curriculum, completions):
        return missing
    valid = await _valid(actor, curriculum, certificates)
    name = readable_name(ask.name)
    if name is None:
        return o.CertificateNameAsked(valid.id if valid else 0, unreadable=True)
    if valid is not None:
        await certificates.put(ended(valid, Ended.REPLACED))
    person, _ = learner(actor)
    issued = await certificates.add(_of_course(actor, curriculum, now))
    await focuses.clear(person.id, HERE)
    return o.CertificateIssued(issued.id, await held_texts.hold(person.id, name, now))


async def name_readiness(
    id: int,
    text: str,
    actor: Actor,
    *,
    curriculum: Curriculum,
    completions: Completions,
    certificates: Certificates,
) -> Readiness | None:
    """The revision is the certificate that would be replaced: a prompt answered once is over."""
    if await _missing(actor, curriculum, completions):
        return None
    valid = await _valid(actor, curriculum, certificates)
    return Readiness(valid.id if valid else 0, readable_name(text) is not None)


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


def _of_course(actor: Actor, curriculum: Curriculum, now: datetime) -> Certificate:
    person, enrolment = learner(actor)
    return Certificate(
        id=0,
        code="",
        person_id=person.id,
        kind=CertificateKind.COURSE,
        about=curriculum.course.id,
        version=curriculum.version,
        minutes=curriculum.minutes,
        completed_on=local_day(person, enrolment.finished_at or now),
        issued_at=now,
    )


async def _valid(
    actor: Actor, curriculum: Curriculum, certificates: Certificates
) -> Certificate | None:
    person, _ = learner(actor)
    return await certificates.valid(person.id, CertificateKind.COURSE, curriculum.course.id)


async def _missing(
    actor: Actor, curriculum: Curriculum, completions: Completions
) -> o.CourseNotFinished | None:
    """The rule: every lesson done, and every scenario played to an end once. Who finished keeps
    that, also when the course grows afterwards."""
    person, enrolment = learner(actor)
    if enrolment.finished_at is not None:
        return None
    done = await completions.of(person.id)
    lessons = len(curriculum.lessons.keys() - done)
    scenarios = len(curriculum.scenarios.keys() - done)
    if not lessons and not scenarios:
        return None
    return o.CourseNotFinished(
        lessons, len(curriculum.lessons), scenarios, len(curriculum.scenarios)
    )
