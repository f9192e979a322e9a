"""The certificate of completion: for whoever has finished the course."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.ask import Instead
from learning.certificates import asks
from learning.certificates import outcomes as o
from learning.certificates.issuing import issued, name_asked, name_readiness, shown
from learning.certificates.model import CertificateKind, Earned
from learning.certificates.ports import Certificates
from learning.course.curriculum import Curriculum
from learning.lessons.ports import Completions
from learning.rhythm.local import local_day
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses, HeldTexts

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
) -> o.CertificateThere | o.CertificateNameAsked:
    earned = await _earned(actor, now, curriculum, completions)
    return await shown(earned, actor, certificates, focuses)


async def ask_certificate_name(
    ask: asks.AskCertificateName,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    completions: Completions,
    certificates: Certificates,
    focuses: Focuses,
) -> o.CertificateNameAsked:
    earned = await _earned(actor, now, curriculum, completions)
    return await name_asked(earned, actor, certificates, focuses)


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
) -> o.CertificateIssued | o.CertificateNameAsked:
    earned = await _earned(actor, now, curriculum, completions)
    return await issued(earned, ask.name, actor, now, certificates, focuses, held_texts)


async def readiness(
    id: int,
    text: str,
    actor: Actor,
    *,
    curriculum: Curriculum,
    completions: Completions,
    certificates: Certificates,
) -> Readiness | None:
    if await _missing(actor, curriculum, completions):
        return None
    about = curriculum.course.id
    return await name_readiness(CertificateKind.COURSE, about, text, actor, certificates)


async def _earned(
    actor: Actor, now: datetime, curriculum: Curriculum, completions: Completions
) -> Earned:
    if missing := await _missing(actor, curriculum, completions):
        raise Instead(missing)
    person, enrolment = learner(actor)
    return Earned(
        kind=CertificateKind.COURSE,
        about=curriculum.course.id,
        version=curriculum.version,
        minutes=curriculum.minutes,
        completed_on=local_day(person, enrolment.finished_at or now),
        focus=HERE,
    )


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
