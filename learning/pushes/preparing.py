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
from learning.reviews.waiting import waiting
from learning.rhythm.local import local_day
from learning.rhythm.next_due import rescheduled
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
    content_id = curriculum.next_after(await completions.of(target.person.id))
    due = len(await waiting(target.person, now, curriculum, reviews))
    if content_id is None:
        outcome, enrolment = _refresh(target.enrolment, due, now)
    else:
        recalls = min(due, RECALLS_A_DAY) if content_id in curriculum.lessons else 0
        outcome, enrolment = _offer(target, content_id, recalls, now)
    await _reschedule(target, enrolment, now, enrolments)
    return outcome


def _closed(target: Actor, now: datetime) -> SkipReason | None:
    """Why nothing may be written to this person now."""
    person, enrolment = learner(target)
    window = window_of(person, enrolment, target.organisation)
    today = window.local_day(now)
    if enrolment.pause_on(today) is not None:
        return SkipReason.PAUSED
    if not window.is_open(now):
        return SkipReason.OUT_OF_HOURS
    learned = enrolment.offer is None and enrolment.last_day == today
    return SkipReason.ALREADY_LEARNED if learned else None


def _refresh(enrolment: Enrolment, due: int, now: datetime) -> tuple[Prepared, Enrolment]:
    """Also who has nothing left because the course became shorter is finished now."""
    finished = replace(enrolment, offer=None, finished_at=enrolment.finished_at or now)
    return RefresherOffered(due) if due else NotWanted(SkipReason.NOTHING_TO_SEND), finished


def _offer(
    target: Actor, content_id: str, recalls: int, now: datetime
) -> tuple[Prepared, Enrolment]:
    """The outcome, and the enrolment that remembers it: a send tried again says the same."""
    person, enrolment = learner(target)
    today, offer = local_day(person, now), enrolment.offer
    if offer is None or offer.content_id != content_id:
        return LessonOffered(content_id, recalls), enrolment.offered(content_id, today)
    if offer.day < today:
        offer = Offer(content_id, today, offer.reminders + 1)
        enrolment = replace(enrolment, offer=offer)
    if offer.reminders:
        return LessonReminded(content_id), enrolment
    return LessonOffered(content_id, recalls), enrolment


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
