"""What a push says is decided at the moment of sending, not when it was planned."""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor, Enrolment, Offer
from learning.account.ports import Enrolments, People
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.lessons.plan import RECALLS_A_DAY
from learning.lessons.ports import Completions
from learning.pushes.asks import NoteUnreachable, PreparePush
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import (
    LessonOffered,
    LessonReminded,
    NotWanted,
    RefresherOffered,
)
from learning.reviews.ports import Reviews
from learning.rhythm.local import end_of_day
from learning.rhythm.next_due import reminders_by, rescheduled
from learning.rhythm.window import window_of

Prepared = LessonOffered | LessonReminded | RefresherOffered | NotWanted


async def prepare_push(
    ask: PreparePush,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    people: People,
    enrolments: Enrolments,
    completions: Completions,
    reviews: Reviews,
) -> Prepared:
    target = await people.actor(ask.telegram_id)
    if target.person is None or target.enrolment is None or target.enrolment.begun_at is None:
        return NotWanted(SkipReason.GONE)
    if not target.person.reachable:
        return NotWanted(SkipReason.UNREACHABLE)
    closed = _closed(target, now)
    if closed is not None:
        await _reschedule(target, target.enrolment, now, enrolments)
        return NotWanted(closed)
    due = await reviews.count_due(target.person.id, end_of_day(target.person, now))
    done = await completions.of(target.person.id)
    content_id = next((id for id in curriculum.order if id not in done), None)
    outcome, enrolment = _decide(target, content_id, due, now)
    await _reschedule(target, enrolment, now, enrolments)
    return outcome


def _closed(target: Actor, now: datetime) -> SkipReason | None:
    """Why nothing may be written to this person now."""
    person, enrolment = learner(target)
    window = window_of(person, enrolment, target.organisation)
    if enrolment.pause_on(window.local_day(now)) is not None:
        return SkipReason.PAUSED
    return None if window.is_open(now) else SkipReason.OUT_OF_HOURS


def _decide(
    target: Actor, content_id: str | None, due: int, now: datetime
) -> tuple[Prepared, Enrolment]:
    """The outcome, and the enrolment that remembers what was offered."""
    person, enrolment = learner(target)
    today = window_of(person, enrolment, target.organisation).local_day(now)
    if content_id is None:
        if due == 0:
            return NotWanted(SkipReason.NOTHING_TO_SEND), enrolment
        return RefresherOffered(due), enrolment
    offer = enrolment.offer
    if offer is not None and offer.content_id == content_id and offer.day < today:
        reminded = replace(offer, reminders=reminders_by(offer, today))
        return LessonReminded(content_id), replace(enrolment, offer=reminded)
    offered = replace(enrolment, offer=Offer(content_id, today))
    return LessonOffered(content_id, min(due, RECALLS_A_DAY)), offered


async def _reschedule(
    target: Actor, enrolment: Enrolment, now: datetime, enrolments: Enrolments
) -> None:
    person, _ = learner(target)
    await enrolments.put(rescheduled(person, enrolment, target.organisation, now))


async def note_unreachable(
    ask: NoteUnreachable,
    actor: Actor,
    now: datetime,
    *,
    people: People,
    enrolments: Enrolments,
) -> None:
    """Nothing is sent to them until they write again."""
    target = await people.actor(ask.telegram_id)
    if target.person is not None:
        await people.put(replace(target.person, reachable=False))
    if target.enrolment is not None:
        silent = replace(target.enrolment, next_due_at=None, revision=target.enrolment.revision + 1)
        await enrolments.put(silent)
