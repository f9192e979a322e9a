"""Choosing, changing one's mind, and giving the answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.counts.model import Answer, counted
from learning.counts.ports import Counts
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
from learning.reports.model import FEWEST
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
    counts: Counts,
) -> Moved:
    return await _grade(
        ask,
        ask.confidence,
        Phase.CONFIDENCE,
        actor,
        now,
        curriculum,
        sittings,
        reviews,
        days,
        counts,
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
    counts: Counts,
) -> Moved:
    return await _grade(
        ask, None, Phase.ASKING, actor, now, curriculum, sittings, reviews, days, counts
    )


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
    counts: Counts,
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
    before = await reviews.get(person.id, sitting.step.id)
    if before is None:
        await _count(sitting, question, actor, counts)
    rating = rate(right, confidence or Confidence.GUESS)
    review = schedule(person.id, sitting.step.id, before, rating, now)
    await reviews.put(review)
    await reviews.log(person.id, sitting.step.id, rating, confidence, now)
    await days.add(person.id, local_day(person, now))
    graded = view(sitting, curriculum, enrolment)
    if not isinstance(graded, o.AnswerGraded):
        raise AssertionError("a graded sitting shows its grade")
    if enrolment.finished_at is not None:  # refreshers come monthly: no day can be promised
        return graded
    window = window_of(person, enrolment, actor.organisation)
    return replace(graded, due_on=window.learning_day_from(review.due_at))


async def _count(sitting: Sitting, question: Question, actor: Actor, counts: Counts) -> None:
    """A first answer, for those who write the questions: never with whose it was."""
    if actor.organisation is None:
        return
    draft = sitting.draft
    answer = Answer.RIGHT if draft.right else Answer.WRONG
    if draft.confidence is None:
        answer = Answer.GAVE_UP
    choices = counted(question, answer, draft.picks)
    await counts.note(actor.organisation.id, sitting.step.id, choices, FEWEST)
