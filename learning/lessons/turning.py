"""Next and Back."""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import Enrolments
from learning.account.settings import learner
from learning.completing import finish
from learning.course.curriculum import Curriculum
from learning.lessons import outcomes as o
from learning.lessons.asks import TurnBack, TurnOn
from learning.lessons.model import Phase, Sitting, SittingKind, StepKind
from learning.lessons.plan import following, preceding_card
from learning.lessons.ports import Completions, LearningDays, Sittings
from learning.lessons.taps import sitting_at
from learning.lessons.views import view
from learning.reviews.ports import Reviews
from learning.reviews.waiting import waiting
from learning.talk.model import Focus, Prompt
from learning.talk.ports import Focuses


async def turn_on(
    ask: TurnOn,
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
) -> o.SittingView | o.AlreadyMoved | o.SittingGone:
    person, enrolment = learner(actor)
    sitting = await sitting_at(ask.sitting, ask.revision, actor, now, curriculum, sittings)
    if not isinstance(sitting, Sitting):
        return sitting
    if sitting.step.asks and sitting.phase is not Phase.ANSWERED:
        return o.AlreadyMoved(view(sitting, curriculum, enrolment))
    sitting = sitting.moved_to(following(sitting, curriculum))
    if sitting.step.kind is not StepKind.CLOSE:
        await sittings.put(sitting)
        if sitting.step.asks:
            await focuses.put(person.id, Focus(Prompt.SITTING, sitting.id))
        return view(sitting, curriculum, enrolment)
    sitting = replace(sitting, finished_at=now)
    await sittings.put(sitting)
    await focuses.clear(person.id, Focus(Prompt.SITTING, sitting.id))
    if sitting.kind is SittingKind.LESSON:
        enrolment = await finish(
            sitting.step.id,
            actor,
            now,
            curriculum=curriculum,
            enrolments=enrolments,
            completions=completions,
            days=days,
        )
    left = await waiting(person, now, curriculum, reviews)
    return view(sitting, curriculum, enrolment, len(left))


async def turn_back(
    ask: TurnBack,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    sittings: Sittings,
) -> o.SittingView | o.AlreadyMoved | o.SittingGone:
    _, enrolment = learner(actor)
    sitting = await sitting_at(ask.sitting, ask.revision, actor, now, curriculum, sittings)
    if not isinstance(sitting, Sitting):
        return sitting
    at = preceding_card(sitting, curriculum)
    if at is None or sitting.phase in (Phase.CONFIDENCE, Phase.ANSWERED):
        return o.AlreadyMoved(view(sitting, curriculum, enrolment))
    sitting = sitting.moved_to(at)
    await sittings.put(sitting)
    return view(sitting, curriculum, enrolment)
