"""Every tap inside a sitting begins the same way: is it this person's, and is it still so?"""

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.lessons.model import Sitting
from learning.lessons.outcomes import AlreadyMoved, SittingGone
from learning.lessons.plan import is_current
from learning.lessons.ports import Sittings
from learning.lessons.views import view


async def sitting_at(
    id: int, revision: int, actor: Actor, curriculum: Curriculum, sittings: Sittings
) -> Sitting | AlreadyMoved | SittingGone:
    """The sitting when `revision` is its present one; otherwise what is the case now."""
    person, enrolment = learner(actor)
    sitting = await sittings.get(id)
    if sitting is None or sitting.person_id != person.id:
        return SittingGone()
    if not is_current(sitting.step, curriculum):
        return SittingGone()
    if sitting.revision != revision or sitting.finished_at is not None:
        return AlreadyMoved(view(sitting, curriculum, enrolment))
    return sitting
