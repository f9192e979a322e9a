"""Sittings are opened here: today's lesson, an earlier one, or questions alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from learning.account.model import Actor, Enrolment, Person
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
    is_exhausted,
    lesson_steps,
    recall_steps,
)
from learning.lessons.ports import Completions, LearningDays, Sittings
from learning.lessons.views import view
from learning.reviews.ports import Reviews
from learning.reviews.waiting import still_asked, waiting
from learning.rhythm.local import local_day
from learning.rhythm.next_due import rescheduled
from learning.talk.model import Focus, Prompt
from learning.talk.ports import Focuses

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
    learned = await days.of(person.id)
    if learned and local_day(person, now) - max(learned) >= ABSENCE:
        due = await _ahead_of_lesson(actor, now, curriculum, sittings, completions, reviews)
        if due > RECALLS_A_DAY:
            return o.WelcomeBack(min(due, RECALLS_AT_ONCE))
    return await open_next(
        actor, now, RECALLS_A_DAY, curriculum, enrolments, sittings, completions, reviews, focuses
    )


async def _ahead_of_lesson(
    actor: Actor,
    now: datetime,
    curriculum: Curriculum,
    sittings: Sittings,
    completions: Completions,
    reviews: Reviews,
) -> int:
    """How many questions could be taken before what is new; 0 when nothing new is next."""
    person, enrolment = learner(actor)
    if await sittings.open_lesson(person.id) is not None:
        return 0
    done = await completions.of(person.id)
    if curriculum.next_after(done, enrolment.way) is None:
        return 0
    return len(await waiting(person, now, curriculum, reviews))


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
    open_one = await _open_lesson(person, now, curriculum, sittings)
    done = await completions.of(person.id)
    content_id = open_one.lesson_id if open_one else curriculum.next_after(done, enrolment.way)
    if content_id is None:
        due = await waiting(person, now, curriculum, reviews)
        return o.CourseDone(len(curriculum.lessons), len(due))
    enrolment = await _offer(content_id, person, enrolment, actor, now, enrolments)
    if open_one:
        return await _resume(open_one, enrolment, curriculum, sittings, focuses)
    lesson = curriculum.lessons.get(content_id)
    due = await waiting(person, now, curriculum, reviews)
    first = recall_steps(due[:recalls])
    if lesson is not None:
        kind, steps = SittingKind.LESSON, (*first, *lesson_steps(lesson, actor.country))
    elif first:
        kind, steps = SittingKind.REVIEW, (*first, Step(StepKind.CLOSE, content_id))
    else:
        return o.ScenarioNext(content_id)
    lesson_id = lesson.id if lesson else None
    sitting = await _open(person, kind, lesson_id, steps, now, sittings, focuses)
    return view(sitting, curriculum, enrolment)


async def _offer(
    content_id: str,
    person: Person,
    enrolment: Enrolment,
    actor: Actor,
    now: datetime,
    enrolments: Enrolments,
) -> Enrolment:
    """Taking a lesson up oneself counts as being offered it today: reminders begin anew."""
    enrolment = enrolment.offered(content_id, local_day(person, now))
    if enrolment == actor.enrolment and enrolment.next_due_at is not None:
        return enrolment
    enrolment = rescheduled(person, enrolment, actor.organisation, now)
    await enrolments.put(enrolment)
    return enrolment


async def _open_lesson(
    person: Person, now: datetime, curriculum: Curriculum, sittings: Sittings
) -> Sitting | None:
    """The lesson that is open; one of which the course has nothing left is closed for good."""
    sitting = await sittings.open_lesson(person.id)
    if sitting is None or not is_exhausted(sitting, curriculum):
        return sitting
    await sittings.put(replace(sitting, finished_at=now, revision=sitting.revision + 1))
    return None


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
    await _focus(sitting, focuses)
    return sitting


async def _resume(
    sitting: Sitting,
    enrolment: Enrolment,
    curriculum: Curriculum,
    sittings: Sittings,
    focuses: Focuses,
) -> o.SittingView:
    """The same card or question as before the pause, unless the course no longer has it."""
    if not is_current(sitting.step, curriculum):
        sitting = sitting.moved_to(following(sitting, curriculum))
        await sittings.put(sitting)
    await _focus(sitting, focuses)
    return view(sitting, curriculum, enrolment)


async def _focus(sitting: Sitting, focuses: Focuses) -> None:
    """An answer typed from now on belongs here, and to no question that was left before."""
    here = Focus(Prompt.SITTING, sitting.id)
    if sitting.step.asks:
        await focuses.put(sitting.person_id, here)
    else:
        await focuses.clear(sitting.person_id, here)


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
    questions = await waiting(person, now, curriculum, reviews)
    if not questions:
        met = still_asked(await reviews.of(person.id), curriculum)
        next_at = min((review.due_at for review in met), default=None)
        zone = ZoneInfo(person.zone)
        return o.NothingToReview(next_at.astimezone(zone).date() if next_at else None)
    steps = (*recall_steps(questions[:RECALLS_AT_ONCE]), Step(StepKind.CLOSE, ""))
    sitting = await _open(person, SittingKind.REVIEW, None, steps, now, sittings, focuses)
    return view(sitting, curriculum, enrolment)
