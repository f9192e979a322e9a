"""Sittings are opened here: today's lesson, an earlier one, or questions alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from learning.account.model import Actor, Enrolment, Offer, Person
from learning.account.ports import Enrolments
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.lessons import outcomes as o
from learning.lessons.asks import (
    BeginCourse,
    NextLesson,
    Recalls,
    RepeatLesson,
    ReturnAfterAbsence,
    ReviewNow,
)
from learning.lessons.model import Sitting, SittingKind, Step, StepKind
from learning.lessons.plan import (
    RECALLS_A_DAY,
    following,
    is_current,
    lesson_steps,
    recall_steps,
)
from learning.lessons.ports import Completions, Focus, Focuses, LearningDays, Prompt, Sittings
from learning.lessons.views import view
from learning.reviews.ports import Reviews
from learning.rhythm.local import end_of_day, local_day
from learning.rhythm.next_due import rescheduled

ABSENCE = timedelta(days=7)
RECALLS_AT_ONCE = 20

Opened = o.SittingView | o.CourseDone | o.ScenarioNext


async def begin_course(
    ask: BeginCourse,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    enrolments: Enrolments,
    sittings: Sittings,
    completions: Completions,
    reviews: Reviews,
    focuses: Focuses,
) -> Opened:
    _, enrolment = learner(actor)
    if enrolment.begun_at is None:
        actor = replace(actor, enrolment=replace(enrolment, begun_at=now))
    return await open_next(
        actor, now, RECALLS_A_DAY, curriculum, enrolments, sittings, completions, reviews, focuses
    )


async def next_lesson(
    ask: NextLesson,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    enrolments: Enrolments,
    sittings: Sittings,
    completions: Completions,
    days: LearningDays,
    reviews: Reviews,
    focuses: Focuses,
) -> Opened | o.NotBegun | o.WelcomeBack:
    person, enrolment = learner(actor)
    if enrolment.begun_at is None:
        return o.NotBegun()
    if await sittings.open_lesson(person.id) is None:
        due = await reviews.count_due(person.id, end_of_day(person, now))
        learned = await days.of(person.id)
        today = local_day(person, now)
        if due > RECALLS_A_DAY and learned and today - max(learned) >= ABSENCE:
            return o.WelcomeBack(due)
    return await open_next(
        actor, now, RECALLS_A_DAY, curriculum, enrolments, sittings, completions, reviews, focuses
    )


async def return_after_absence(
    ask: ReturnAfterAbsence,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    enrolments: Enrolments,
    sittings: Sittings,
    completions: Completions,
    reviews: Reviews,
    focuses: Focuses,
) -> Opened | o.NotBegun:
    _, enrolment = learner(actor)
    if enrolment.begun_at is None:
        return o.NotBegun()
    recalls = {Recalls.ONE: 1, Recalls.ALL: RECALLS_AT_ONCE, Recalls.NONE: 0}[ask.recalls]
    return await open_next(
        actor, now, recalls, curriculum, enrolments, sittings, completions, reviews, focuses
    )


async def open_next(
    actor: Actor,
    now: datetime,
    recalls: int,
    curriculum: Curriculum,
    enrolments: Enrolments,
    sittings: Sittings,
    completions: Completions,
    reviews: Reviews,
    focuses: Focuses,
) -> Opened:
    """Goes on with the open lesson, or opens the next one after at most `recalls` questions."""
    person, enrolment = learner(actor)
    if open_one := await sittings.open_lesson(person.id):
        return await _resume(open_one, actor, curriculum, sittings, focuses)
    done = await completions.of(person.id)
    content_id = next((id for id in curriculum.order if id not in done), None)
    before = end_of_day(person, now)
    if content_id is None:
        return o.CourseDone(len(curriculum.lessons), await reviews.count_due(person.id, before))
    enrolment = await _offer(content_id, person, enrolment, actor, now, enrolments)
    lesson = curriculum.lessons.get(content_id)
    if lesson is None:
        return o.ScenarioNext(content_id)
    due = await reviews.due(person.id, before, recalls) if recalls else ()
    steps = (
        *recall_steps(r.question for r in due if curriculum.question(r.question)),
        *lesson_steps(lesson, actor.country),
    )
    sitting = await _open(person, SittingKind.LESSON, lesson.id, steps, now, sittings, focuses)
    return view(sitting, curriculum, enrolment)


async def _offer(
    content_id: str,
    person: Person,
    enrolment: Enrolment,
    actor: Actor,
    now: datetime,
    enrolments: Enrolments,
) -> Enrolment:
    """Taking a lesson oneself counts as having been offered it: reminders are about this one."""
    today = local_day(person, now)
    if enrolment.offer is None or enrolment.offer.content_id != content_id:
        enrolment = replace(enrolment, offer=Offer(content_id, today))
    if enrolment == actor.enrolment and enrolment.next_due_at is not None:
        return enrolment
    enrolment = rescheduled(person, enrolment, actor.organisation, now)
    await enrolments.put(enrolment)
    return enrolment


async def _open(
    person: Person,
    kind: SittingKind,
    lesson_id: str | None,
    steps: Sequence[Step],
    now: datetime,
    sittings: Sittings,
    focuses: Focuses,
) -> Sitting:
    sitting = await sittings.add(person.id, kind, lesson_id, tuple(steps), now)
    if sitting.step.asks:
        sitting = sitting.moved_to(0)
        await sittings.put(sitting)
        await focuses.put(person.id, Focus(Prompt.SITTING, sitting.id))
    return sitting


async def _resume(
    sitting: Sitting,
    actor: Actor,
    curriculum: Curriculum,
    sittings: Sittings,
    focuses: Focuses,
) -> o.SittingView:
    """The same card or question as before the pause, unless the course no longer has it."""
    person, enrolment = learner(actor)
    if not is_current(sitting.step, curriculum):
        sitting = sitting.moved_to(following(sitting, curriculum))
        await sittings.put(sitting)
    if sitting.step.asks:
        await focuses.put(person.id, Focus(Prompt.SITTING, sitting.id))
    return view(sitting, curriculum, enrolment)


async def repeat_lesson(
    ask: RepeatLesson,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sittings: Sittings,
    completions: Completions,
    focuses: Focuses,
) -> o.SittingView | o.NothingToRepeat:
    person, enrolment = learner(actor)
    lesson = curriculum.lessons.get(await completions.last_lesson(person.id) or "")
    if lesson is None:
        return o.NothingToRepeat()
    steps = lesson_steps(lesson, actor.country)
    sitting = await _open(person, SittingKind.AGAIN, lesson.id, steps, now, sittings, focuses)
    return view(sitting, curriculum, enrolment)


async def review_now(
    ask: ReviewNow,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sittings: Sittings,
    reviews: Reviews,
    focuses: Focuses,
) -> o.SittingView | o.NothingToReview:
    person, enrolment = learner(actor)
    due = await reviews.due(person.id, end_of_day(person, now), RECALLS_AT_ONCE)
    questions = [r.question for r in due if curriculum.question(r.question)]
    if not questions:
        next_at = await reviews.next_due(person.id)
        zone = ZoneInfo(person.zone)
        return o.NothingToReview(next_at.astimezone(zone).date() if next_at else None)
    steps = (*recall_steps(questions), Step(StepKind.CLOSE, ""))
    sitting = await _open(person, SittingKind.REVIEW, None, steps, now, sittings, focuses)
    return view(sitting, curriculum, enrolment)
