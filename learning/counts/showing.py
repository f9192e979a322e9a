"""/questions, and how useful the parts of the course were."""

from datetime import datetime

from learning.account.model import Actor, Role
from learning.counts import asks
from learning.counts import outcomes as o
from learning.course.curriculum import Curriculum


async def show_questions(ask: asks.ShowQuestions, actor: Actor, now: datetime) -> o.QuestionsShown:
    return o.QuestionsShown(_organisation(actor, Role.TRAINER))


async def show_answers(
    ask: asks.ShowAnswers, actor: Actor, now: datetime, *, curriculum: Curriculum
) -> o.AnswersShown | o.QuestionsShown:
    organisation = _organisation(actor, Role.TRAINER)
    if ask.subunit in {subunit.id for subunit in curriculum.course.subunits()}:
        return o.AnswersShown(organisation, ask.subunit)
    return o.QuestionsShown(organisation)


async def show_usefulness(
    ask: asks.ShowUsefulness, actor: Actor, now: datetime
) -> o.UsefulnessShown:
    return o.UsefulnessShown(_organisation(actor, Role.COORDINATOR))


def _organisation(actor: Actor, role: Role) -> int:
    member = actor.acting_as(role)
    if member is None:
        raise AssertionError("the right was checked")
    return member.organisation.id
