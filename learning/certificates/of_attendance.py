"""The certificate of attendance: for whoever was at an event and said what they thought of it."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.ask import Instead
from learning.certificates import asks
from learning.certificates import outcomes as o
from learning.certificates.issuing import issued, name_asked, name_readiness, shown
from learning.certificates.model import CertificateKind, Earned
from learning.certificates.ports import Certificates
from learning.events.model import QUESTIONS, Event
from learning.events.outcomes import QuestionPut
from learning.events.ports import Events
from learning.rhythm.local import local_day
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses, HeldTexts


async def show_attendance(
    ask: asks.ShowAttendance,
    actor: Actor,
    now: datetime,
    *,
    events: Events,
    certificates: Certificates,
    focuses: Focuses,
) -> o.CertificateThere | o.CertificateNameAsked:
    earned = await _earned(ask.event, actor, events)
    return await shown(earned, actor, certificates, focuses)


async def ask_attendance_name(
    ask: asks.AskAttendanceName,
    actor: Actor,
    now: datetime,
    *,
    events: Events,
    certificates: Certificates,
    focuses: Focuses,
) -> o.CertificateNameAsked:
    earned = await _earned(ask.event, actor, events)
    return await name_asked(earned, actor, certificates, focuses)


async def issue_attendance(
    ask: asks.IssueAttendance,
    actor: Actor,
    now: datetime,
    *,
    events: Events,
    certificates: Certificates,
    focuses: Focuses,
    held_texts: HeldTexts,
) -> o.CertificateIssued | o.CertificateNameAsked:
    earned = await _earned(ask.event, actor, events)
    return await issued(earned, ask.name, actor, now, certificates, focuses, held_texts)


async def readiness(
    id: int, text: str, actor: Actor, *, events: Events, certificates: Certificates
) -> Readiness | None:
    registration = await events.registration(id, learner(actor)[0].id)
    if registration is None or registration.attended_at is None:
        return None
    kind = CertificateKind.ATTENDANCE
    return await name_readiness(kind, str(id), text, actor, certificates)


async def _earned(id: int, actor: Actor, events: Events) -> Earned:
    """Also of an event of an organisation that the person has left since: they were there."""
    event = await events.get(id)
    mine = await events.registration(id, learner(actor)[0].id)
    if event is None or mine is None or mine.attended_at is None:
        raise Instead(o.NotAttended(id))
    if mine.answered < QUESTIONS:
        raise Instead(QuestionPut(id, mine.answered))
    return _of(event, actor)


def _of(event: Event, actor: Actor) -> Earned:
    return Earned(
        kind=CertificateKind.ATTENDANCE,
        about=str(event.id),
        version=event.kind,
        minutes=event.minutes,
        completed_on=local_day(learner(actor)[0], event.begins),
        focus=Focus(Prompt.ATTENDED, event.id),
        event=event.id,
    )
