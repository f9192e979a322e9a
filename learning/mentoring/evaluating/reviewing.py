"""Coordinators and trainers look a card through; then all learners of the organisation read it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor, Role
from learning.account.ports import People
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.evaluating import asks
from learning.mentoring.evaluating import outcomes as o
from learning.mentoring.evaluating.card import may_write
from learning.mentoring.evaluating.model import Practice, PracticeState, means
from learning.mentoring.evaluating.ports import Evaluations, Practices
from learning.mentoring.meeting.ports import MeetingAnswers
from learning.mentoring.ports import Turns
from learning.pushes.model import NewPush, PushKind, SkipReason
from learning.pushes.outcomes import NotWanted
from learning.pushes.ports import Pushes

LISTED = 10
NOTHING = NotWanted(SkipReason.NOTHING_TO_SEND)
_REVIEWERS = frozenset({Role.COORDINATOR, Role.TRAINER, Role.OWNER})


async def show_practices(
    ask: asks.ShowPractices, actor: Actor, now: datetime, *, turns: Turns, practices: Practices
) -> o.PracticesShown:
    person = learner(actor)[0].id
    mine = tuple(turn.id for turn in await turns.of_person(person) if may_write(turn))
    here = actor.organisation
    published = await practices.in_state(here.id, PracticeState.PUBLISHED, LISTED) if here else ()
    waiting = None
    if _reviews_in(actor):
        waiting = len(await _waiting(actor, turns, practices))
    return o.PracticesShown(person, mine[:LISTED], tuple(each.id for each in published), waiting)


async def show_practice(
    ask: asks.ShowPractice, actor: Actor, now: datetime, *, practices: Practices
) -> o.PracticeShown | o.PracticeGone:
    practice = await practices.get(ask.practice)
    here = actor.organisation
    if practice is None or here is None or practice.organisation_id != here.id:
        return o.PracticeGone()
    published = practice.state is PracticeState.PUBLISHED
    return o.PracticeShown(practice.id) if published else o.PracticeGone()


async def review_practices(
    ask: asks.ReviewPractices, actor: Actor, now: datetime, *, turns: Turns, practices: Practices
) -> asks.Reviewing:
    return await _next(actor, turns, practices)


async def decide_practice(
    ask: asks.DecidePractice,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    practices: Practices,
    pushes: Pushes,
) -> asks.Reviewing:
    """Its author is told; nobody decides on a card of their own pair."""
    practice = await practices.get(ask.practice)
    fresh = practice is not None and practice.revision == ask.revision
    if not (practice and fresh and await _may_decide(practice, actor, turns)):
        return await _next(actor, turns, practices)
    decided = practice.changed(state=ask.state)
    await practices.put(decided)
    kind, occasion = PushKind.PRACTICE_DECIDED, f"{decided.id}.{decided.revision}"
    await pushes.add([NewPush(decided.person_id, kind, occasion, now)])
    return replace(await _next(actor, turns, practices), decided=ask.state)


async def show_evaluations(
    ask: asks.ShowEvaluations,
    actor: Actor,
    now: datetime,
    *,
    evaluations: Evaluations,
    meeting_answers: MeetingAnswers,
    curriculum: Curriculum,
) -> o.EvaluationsShown:
    """The fit of pairs as its mean, the best choice the highest; under the same rule as all."""
    here = actor.acting_as(Role.COORDINATOR)
    if here is None:
        raise AssertionError("the right was checked")
    people, looked_back = means(await evaluations.sent(here.organisation.id))
    cycle = curriculum.mentoring.current
    worth = {it.id: at for at, it in enumerate(reversed(cycle.fit), 1)} if cycle else {}
    said = await meeting_answers.fits(here.organisation.id)
    _, fit = means([{o.FIT: worth[each]} for each in said if each in worth])
    return o.EvaluationsShown(people, {**looked_back, **fit})


async def prepare_waiting(
    ask: asks.PreparePracticeWaiting,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    practices: Practices,
    people: People,
) -> o.PracticeToReview | NotWanted:
    practice = await _of(ask.occasion, practices)
    reader = await people.actor(ask.telegram_id)
    if practice is None or not await _may_decide(practice, reader, turns):
        return NOTHING
    return o.PracticeToReview(practice.id, practice.revision)


async def prepare_decided(
    ask: asks.PreparePracticeDecided,
    actor: Actor,
    now: datetime,
    *,
    practices: Practices,
    people: People,
) -> o.PracticeDecided | NotWanted:
    practice = await _of(ask.occasion, practices)
    reader = (await people.actor(ask.telegram_id)).person
    if practice is None or reader is None or practice.person_id != reader.id:
        return NOTHING
    published = practice.state is PracticeState.PUBLISHED
    return o.PracticeDecided(practice.id, practice.turn, published)


async def _of(occasion: str, practices: Practices) -> Practice | None:
    """Only while it is as it was when it was told of."""
    id, _, revision = occasion.partition(".")
    practice = await practices.get(int(id))
    return practice if practice and practice.revision == int(revision) else None


def _reviews_in(actor: Actor) -> frozenset[int]:
    """Ids of the organisations whose cards the actor may look through."""
    found = (member for member in actor.memberships if member.role in _REVIEWERS)
    return frozenset(member.organisation.id for member in found)


async def _may_decide(practice: Practice, actor: Actor, turns: Turns) -> bool:
    if actor.person is None or practice.organisation_id not in _reviews_in(actor):
        return False
    turn = await turns.get(practice.turn)
    own = practice.person_id == actor.person.id or (turn and turn.side_of(actor.person.id))
    return practice.state is PracticeState.WAITING and not own


async def _waiting(actor: Actor, turns: Turns, practices: Practices) -> Sequence[Practice]:
    return [
        practice
        for here in sorted(_reviews_in(actor))
        for practice in await practices.in_state(here, PracticeState.WAITING, LISTED)
        if await _may_decide(practice, actor, turns)
    ]


async def _next(actor: Actor, turns: Turns, practices: Practices) -> asks.Reviewing:
    waiting = await _waiting(actor, turns, practices)
    if not waiting:
        return o.NoneWaiting()
    return o.PracticeToReview(waiting[0].id, waiting[0].revision)
