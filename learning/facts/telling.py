"""Trainers hear once of what expired on one day, and find all of it in a list."""

from datetime import date, datetime

from learning.account.model import Actor, Role
from learning.account.ports import Memberships, People
from learning.course.curriculum import Curriculum
from learning.facts import asks
from learning.facts import outcomes as o
from learning.facts.model import expired_facts
from learning.pushes.model import NewPush, PushKind, SkipReason
from learning.pushes.outcomes import NotWanted
from learning.pushes.ports import Pushes


async def show_facts(ask: asks.ShowFacts, actor: Actor, now: datetime) -> o.FactsShown:
    return o.FactsShown()


async def tell_expired(
    ask: asks.TellExpired,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    memberships: Memberships,
    pushes: Pushes,
) -> o.FactsTold:
    """A row of the ledger for each trainer and day; those that exist already are left alone."""
    days = sorted({fact.expired for fact in expired_facts(curriculum, now.date())})
    if days:
        trainers = await memberships.holding(Role.TRAINER)
        told = [
            NewPush(trainer, PushKind.FACTS_EXPIRED, day.isoformat(), now)
            for day in days
            for trainer in trainers
        ]
        await pushes.add(told)
    return o.FactsTold(len(days))


async def prepare_expired(
    ask: asks.PrepareExpired,
    actor: Actor,
    now: datetime,
    *,
    curriculum: Curriculum,
    people: People,
) -> o.FactsExpired | NotWanted:
    """Not what was looked at again meanwhile, and not to who trains no more."""
    expired = date.fromisoformat(ask.occasion)
    if expired not in {fact.expired for fact in expired_facts(curriculum, now.date())}:
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    if Role.TRAINER not in (await people.actor(ask.telegram_id)).roles:
        return NotWanted(SkipReason.GONE)
    return o.FactsExpired(expired)
