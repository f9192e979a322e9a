"""A lesson or scenario is finished: what that changes, whichever room it happened in."""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor, Enrolment
from learning.account.ports import Enrolments
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.lessons.ports import Completions, LearningDays
from learning.rhythm.local import local_day
from learning.rhythm.next_due import rescheduled


async def finish(
    content_id: str,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    enrolments: Enrolments,
    completions: Completions,
    days: LearningDays,
) -> Enrolment:
    """Notes the completion and the day; gives the enrolment with its next instant.

    What was finished before, played or read again, is not the day's lesson: that still comes.
    """
    person, enrolment = learner(actor)
    today = local_day(person, now)
    before = await completions.of(person.id)
    await completions.add(person.id, content_id, content_id in curriculum.lessons, now)
    await days.add(person.id, today)
    if content_id in before:
        return enrolment
    if enrolment.finished_at is None and curriculum.next_after({*before, content_id}) is None:
        enrolment = replace(enrolment, finished_at=now, next_due_at=None)
    if enrolment.offer is not None and enrolment.offer.content_id == content_id:
        enrolment = replace(enrolment, offer=None)
    enrolment = replace(enrolment, last_day=today)
    enrolment = rescheduled(person, enrolment, actor.organisation, now)
    await enrolments.put(enrolment)
    return enrolment
