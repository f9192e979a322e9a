"""Choosing, changing one's mind, and giving the answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.course.questions import Question
from learning.lessons import outcomes as o
from learning.lessons.asks import AnswerQuestion, ChangeAnswer, GiveUp, Pick, SettlePicks
from learning.lessons.drafting import with_pick, with_picks_settled
from learning.lessons.grading import is_right
from learning.lessons.model import Draft, Phase, Sitting
from learning.lessons.ports import LearningDays, Sittings
from learning.lessons.taps import sitting_at
from learning.lessons.views import view
from learning.reviews.model import Confidence
from learning.reviews.ports import Reviews
from learning.reviews.scheduling import rate, schedule
from learning.rhythm.local import local_day
from learning.rhythm.window import window_of

Moved = o.SittingView | o.AlreadyMoved | o.SittingGone


async def pick(
    ask: Pick, actor: Actor, now: datetime, *, curriculum: Curriculum, sittings: Sittings
) -> Moved:
    def picked(sitting: Sitting, question: Question) -> Sitting | None:
        return with_pick(sitting, question, ask.choice)

    return await _redraft(ask, Phase.ASKING, picked, actor, now, curriculum, sittings)


async def settle_picks(
    ask: SettlePicks, actor: Actor, now: datetime, *, curriculum: Curriculum, sittings: Sittings
) -> Moved:
    return await _redraft(ask, Phase.ASKING, with_picks_settled, actor, now, curriculum, sittings)


async def change_answer(
    ask: ChangeAnswer, actor: Actor, now: datetime, *, curriculum: Curriculum, sittings: Sittings
) -> Moved:
    def emptied(sitting: Sitting, question: Question) -> Sitting:
        return sitting.drafted(Draft(), Phase.ASKING)

    return await _redraft(ask, None, emptied, actor, now, curriculum, sittings)


async def _redraft(
    ask: Pick | SettlePicks | ChangeAnswer,
    phase: Phase | None,
    change: Callable[[Sitting, Question], Sitting | None],
    actor: Actor,
    now: datetime,
    curriculum: Curriculum,
    sittings: Sittings,
) -> Moved:
    """Puts the sitting back as `change` gives it; a tap that means nothing shows where we are."""
    _, enrolment = learner(actor)
    sitting = await sitting_at(ask.sitting, ask.revision, actor, now, curriculum, sittings)
    if not isinstance(sitting, Sitting):
        return sitting
    question = curriculum.question(sitting.step.id)
    open_phases = (phase,) if phase else (Phase.ASKING, Phase.CONFIDENCE)
    if question is None or not sitting.step.asks or sitting.phase not in open_phases:
        return o.AlreadyMoved(view(sitting, curriculum, enrolment))
    changed = change(sitting, question)
    if changed is None:
        return o.AlreadyMoved(view(sitting, curriculum, enrolment))
    await sittings.put(changed)
    return view(changed, curriculum, enrolment)


async def answer_question(
    ask: AnswerQuestion,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sittings: Sittings,
    reviews: Reviews,
    days: LearningDays,
) -> Moved:
    return await _grade(
        ask, ask.confidence, Phase.CONFIDENCE, actor, now, curriculum, sittings, reviews, days
    )


async def give_up(
    ask: GiveUp,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sittings: Sittings,
    reviews: Reviews,
    days: LearningDays,
) -> Moved:
    return await _grade(ask, None, Phase.ASKING, actor, now, curriculum, sittings, reviews, days)


async def _grade(
    ask: AnswerQuestion | GiveUp,
    confidence: Confidence | None,
    phase: Phase,
    actor: Actor,
    now: datetime,
    curriculum: Curriculum,
    sittings: Sittings,
    reviews: Reviews,
    days: LearningDays,
) -> Moved:
    """Grades what stands in the draft; `confidence` None means the reader gave up."""
    person, enrolment = learner(actor)
    sitting = await sitting_at(ask.sitting, ask.revision, actor, now, curriculum, sittings)
    if not isinstance(sitting, Sitting):
        return sitting
    question = curriculum.question(sitting.step.id)
    if question is None or not sitting.step.asks or sitting.phase is not phase:
        return o.AlreadyMoved(view(sitting, curriculum, enrolment))
    draft = sitting.draft if confidence else Draft()
    right = confidence is not None and is_right(question, draft)
    sitting = sitting.graded(right, replace(draft, right=right, confidence=confidence))
    await sittings.put(sitting)
    due_at = await _remember(person.id, sitting.step.id, right, confidence, now, reviews)
    await days.add(person.id, local_day(person, now))
    graded = view(sitting, curriculum, enrolment)
    if not isinstance(graded, o.AnswerGraded):
        raise AssertionError("a graded sitting shows its grade")
    if enrolment.finished_at is not None:  # refreshers come monthly: no day can be promised
        return graded
    window = window_of(person, enrolment, actor.organisation)
    return replace(graded, due_on=window.learning_day_from(due_at))


async def _remember(
    person_id: int,
    question: str,
    right: bool,
    confidence: Confidence | None,
    now: datetime,
    reviews: Reviews,
) -> datetime:
    """Schedules the question anew, keeps the history; gives the instant it is due."""
    rating = rate(right, confidence or Confidence.GUESS)
    before = await reviews.get(person_id, question)
    after = schedule(person_id, question, before, rating, now)
    await reviews.put(after)
    await reviews.log(person_id, question, rating, confidence, now)
    return after.due_at
