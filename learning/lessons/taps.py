"""Every tap inside a sitting begins the same way: is it this person's, and is it still so?"""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.lessons.model import Sitting, SittingKind, StepKind
from learning.lessons.outcomes import AlreadyMoved, SittingGone
from learning.lessons.plan import following, is_current
from learning.lessons.ports import Sittings
from learning.lessons.views import view


async def sitting_at(
    id: int,
    revision: int,
    actor: Actor,
    now: datetime,
    curriculum: Curriculum,
    sittings: Sittings,
) -> Sitting | AlreadyMoved | SittingGone:
    """The sitting when `revision` is its present one; otherwise what is the case now.

    A practice whose question the course no longer has goes on with the next one.
    """
    person, enrolment = learner(actor)
    sitting = await sittings.get(id)
    if sitting is None or sitting.person_id != person.id:
        return SittingGone()
    if not is_current(sitting.step, curriculum):
        if sitting.kind is not SittingKind.REVIEW:
            return SittingGone()
        sitting = sitting.moved_to(following(sitting, curriculum))
        if sitting.step.kind is StepKind.CLOSE:
            sitting = replace(sitting, finished_at=now)
        await sittings.put(sitting)
        return AlreadyMoved(view(sitting, curriculum, enrolment))
    if sitting.revision != revision or sitting.finished_at is not None:
        return AlreadyMoved(view(sitting, curriculum, enrolment))
    return sitting
