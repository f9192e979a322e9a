"""A day of job shadowing is proposed, accepted, called off."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.cycle import Step
from learning.mentoring.own import TURN_GONE, own_turn, tell_other
from learning.mentoring.ports import Turns
from learning.mentoring.shadowing import asks
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.model import (
    DayState,
    ShadowingDay,
    accepted,
    called_off,
    kept,
    proposed,
    with_tick,
    without_draft,
)
from learning.mentoring.shadowing.own import (
    OwnDay,
    both,
    own_day,
    shadowing_shown,
    working_hours,
)
from learning.mentoring.shadowing.planned import prompts
from learning.mentoring.shadowing.ports import ShadowingDays
from learning.mentoring.turning import heard
from learning.pushes.model import PushKind
from learning.pushes.ports import Pushes
from learning.rhythm.local import local_day


async def tick_rule(
    ask: asks.TickRule,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    curriculum: Curriculum,
) -> asks.Planning:
    """Each side for themselves: in a plan of theirs, or in one that waits for them."""
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None:
        return TURN_GONE
    day = found.day
    if day.draft is not None and day.revision == ask.revision:
        await shadowing_days.put(with_tick(day, found.own.side, ask.rule, found.shadowing))
    return found.shown


async def drop_plan(
    ask: asks.DropPlan,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Planning:
    """One's own; or a change that the other one proposes: then it stays as it was agreed."""
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None:
        return TURN_GONE
    day = found.day
    if day.draft is None or day.revision != ask.revision:
        return found.shown
    if day.by is found.own.side:
        await shadowing_days.put(without_draft(day))
    elif day.state is DayState.PROPOSED and day.agreed is not None:
        stays = kept(day)
        await shadowing_days.put(stays)
        await _tell(found, stays, now, turns, pushes, actor)
    return found.shown


async def propose(
    ask: asks.ProposePlan,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Planning:
    """Whole, still ahead, and with every rule ticked."""
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None:
        return TURN_GONE
    plan = found.written(ask.revision)
    ready = plan is not None and plan.is_whole and plan.begins > now
    if ready and found.day.has_all_rules(found.own.side, found.shadowing):
        day = proposed(found.day)
        await shadowing_days.put(day)
        await _tell(found, day, now, turns, pushes, actor)
    return found.shown


async def accept(
    ask: asks.AcceptPlan,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    pushes: Pushes,
    people: People,
    curriculum: Curriculum,
) -> asks.Telling:
    """The other one's plan, by who has ticked every rule as well."""
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None:
        return TURN_GONE
    day, side, plan = found.day, found.own.side, found.day.draft
    waits = day.state is DayState.PROPOSED and day.by is side.other
    ahead = plan is not None and plan.begins > now
    ticked = day.has_all_rules(side, found.shadowing)
    if waits and ahead and ticked and day.revision == ask.revision:
        agreed = accepted(day)
        await shadowing_days.put(agreed)
        await _tell(found, agreed, now, turns, pushes, actor)
        pair = await both(actor, found.own, people)
        hours = {each: working_hours(known) for each, known in pair.items()}
        await pushes.add(prompts(agreed, found.own.turn, hours, now))
        return found.told
    return found.shown


async def offer_call_off(
    ask: asks.OfferCallOff,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    curriculum: Curriculum,
) -> o.CallOffOffered | asks.Planning:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    day = await shadowing_days.latest(own.turn.id)
    if day is None or not own.turn.running or day.is_off:
        return shadowing_shown(own)
    return o.CallOffOffered(own.turn.id, own.person)


async def call_off(
    ask: asks.CallOff,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Telling:
    found = await own_day(actor, ask.day, shadowing_days, turns, curriculum)
    if found is None:
        return TURN_GONE
    if found.day.revision == ask.revision and not found.day.is_off:
        day = called_off(found.day)
        await shadowing_days.put(day)
        await _tell(found, day, now, turns, pushes, actor)
        return found.told if day.agreed else found.shown
    return found.shown


async def _tell(
    found: OwnDay,
    day: ShadowingDay,
    now: datetime,
    turns: Turns,
    pushes: Pushes,
    actor: Actor,
) -> None:
    """The other one; and whoever acted is not silent."""
    await tell_other(found.own, PushKind.SHADOWING_NEWS, f"{day.id}.{day.told}", now, pushes)
    if found.own.turn.step is Step.MENTORING:
        today = local_day(learner(actor)[0], now)
        await turns.put(heard(found.own.turn, found.own.side, today).changed())
