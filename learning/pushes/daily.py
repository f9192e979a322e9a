"""The day's lesson, its reminder, or the monthly refresher."""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor, Enrolment, Offer
from learning.account.ports import Enrolments, People
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.lessons.plan import RECALLS_A_DAY
from learning.lessons.ports import Completions
from learning.pushes.asks import PrepareDaily
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import LessonOffered, LessonReminded, NotWanted, RefresherOffered
from learning.reviews.ports import Reviews
from learning.reviews.waiting import waiting
from learning.rhythm.local import local_day
from learning.rhythm.next_due import rescheduled

Prepared = LessonOffered | LessonReminded | RefresherOffered | NotWanted


async def prepare_daily(
    ask: PrepareDaily,
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
    if target.enrolment.offer is None and target.enrolment.last_day == local_day(
        target.person, now
    ):
        await _reschedule(target, target.enrolment, now, enrolments)
        return NotWanted(SkipReason.ALREADY_LEARNED)
    done = await completions.of(target.person.id)
    content_id = curriculum.next_after(done, target.enrolment.way)
    due = len(await waiting(target.person, now, curriculum, reviews))
    if content_id is None:
        outcome, enrolment = _refresh(target.enrolment, due, now)
    else:
        outcome, enrolment = _offer(target, content_id, min(due, RECALLS_A_DAY), now)
    await _reschedule(target, enrolment, now, enrolments)
    return outcome


def _refresh(enrolment: Enrolment, due: int, now: datetime) -> tuple[Prepared, Enrolment]:
    """Also who has nothing left because the course became shorter is finished now."""
    finished = replace(
        enrolment, offer=None, finished_at=enrolment.finished_at or now, next_due_at=None
    )
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
