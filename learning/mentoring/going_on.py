"""A turn goes on as the two wish: the next phase, a rest, a new start."""

from datetime import datetime, timedelta

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.cycle import Step
from learning.mentoring.model import Turn
from learning.mentoring.own import TURN_GONE, own_turn, tell_phase, turn_shown
from learning.mentoring.ports import Turns
from learning.mentoring.turning import (
    LONGEST_REST,
    begun_anew,
    heard,
    moved_back,
    moved_on,
    rested,
    resumed,
)
from learning.pushes.ports import Pushes
from learning.rhythm.local import local_day

RESTS = (2, 4, 8)  # weeks that are offered


async def move_phase(
    ask: asks.MovePhase,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Looking:
    """Either side may; the other one is told, and may go back."""
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    if own.turn.running and own.turn.phase == ask.phase:
        today = local_day(learner(actor)[0], now)
        heard_of = heard(own.turn, own.side, today)
        moved = (moved_back if ask.back else moved_on)(heard_of, own.cycle, today).changed()
        await turns.put(moved)
        await tell_phase(own, moved, now, pushes)
    return turn_shown(own)


async def offer_rest(
    ask: asks.OfferRest, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> o.RestOffered | asks.Looking:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    return o.RestOffered(own.turn.id, own.person) if own.turn.running else turn_shown(own)


async def rest_turn(
    ask: asks.RestTurn, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> asks.Looking:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    if own.turn.running:
        today = local_day(learner(actor)[0], now)
        until = today + min(timedelta(weeks=ask.weeks), LONGEST_REST)
        await turns.put(rested(heard(own.turn, own.side, today), today, until).changed())
    return turn_shown(own)


async def resume_turn(
    ask: asks.ResumeTurn, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> asks.Looking:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    if own.turn.running:
        today = local_day(learner(actor)[0], now)
        await turns.put(resumed(heard(own.turn, own.side, today), today).changed())
    return turn_shown(own)


async def begin_anew(
    ask: asks.BeginAnew, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> asks.Looking:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    if _may_begin_anew(own.turn):
        today = local_day(learner(actor)[0], now)
        await turns.put(begun_anew(own.turn, today).changed())
    return turn_shown(own)


async def say_still_here(
    ask: asks.SayStillHere, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> asks.Looking:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    if own.turn.running:
        today = local_day(learner(actor)[0], now)
        await turns.put(heard(own.turn, own.side, today).changed())
    return turn_shown(own)


def _may_begin_anew(turn: Turn) -> bool:
    return turn.running and turn.step in (Step.MATCHING, Step.MENTORING)
