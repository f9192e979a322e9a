"""How far somebody is."""

from collections.abc import Set
from datetime import datetime, timedelta

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.course.model import Subunit
from learning.lessons.ports import Completions, LearningDays
from learning.progress.asks import ShowProgress
from learning.progress.outcomes import ModuleProgress, ProgressShown, SubunitProgress
from learning.reviews.ports import Reviews
from learning.reviews.scheduling import strength
from learning.reviews.waiting import still_asked
from learning.rhythm.local import end_of_day
from learning.rhythm.streak import streak
from learning.rhythm.window import window_of

# Right after an answer, also a wrong one, everything is fresh: that says nothing about memory.
AHEAD = timedelta(days=7)


async def show_progress(
    ask: ShowProgress,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    completions: Completions,
    days: LearningDays,
    reviews: Reviews,
) -> ProgressShown:
    person, enrolment = learner(actor)
    done = await completions.of(person.id)
    learned = await days.of(person.id)
    met = still_asked(await reviews.of(person.id), curriculum)
    window = window_of(person, enrolment, actor.organisation)
    midnight = end_of_day(person, now)
    in_a_week = [strength(review, now + AHEAD) for review in met]
    return ProgressShown(
        modules=tuple(
            ModuleProgress(module.id, tuple(_subunit(s, done) for s in module.subunits))
            for module in curriculum.course.modules
        ),
        days_learned=len(learned),
        streak=streak(learned, window.local_day(now), window, enrolment.past_days),
        questions=len(met),
        strength=sum(in_a_week) / len(in_a_week) if in_a_week else None,
        due_today=sum(review.due_at < midnight for review in met),
        next_at=enrolment.next_due_at,
        finished=enrolment.finished_at is not None,
    )


def _subunit(subunit: Subunit, done: Set[str]) -> SubunitProgress:
    return SubunitProgress(
        id=subunit.id,
        done=sum(lesson in done for lesson in subunit.lessons),
        of=len(subunit.lessons),
        scenario=subunit.scenario in done,
    )
