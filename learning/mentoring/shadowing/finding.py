"""The way to a pair's day of job shadowing."""

from datetime import datetime
from typing import Any

from learning.account.model import Actor
from learning.account.settings import learner
from learning.ask import Ask
from learning.course.curriculum import Curriculum
from learning.mentoring.outcomes import TurnsShown
from learning.mentoring.own import TURN_GONE, own_turn, owned
from learning.mentoring.ports import Turns
from learning.mentoring.shadowing import asks
from learning.mentoring.shadowing import outcomes as o
from learning.mentoring.shadowing.own import shadowing_shown
from learning.mentoring.shadowing.ports import ShadowingDays
from learning.talk.asks import AskAhead
from learning.talk.model import Feature


async def find_shadowing(
    ask: asks.FindShadowing, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> Ask[Any] | o.ShadowingShown | TurnsShown:
    """Of the only pair; of several it is asked which; who is in none is led to the papers."""
    person = learner(actor)[0].id
    every = [owned(turn, person, curriculum) for turn in await turns.of_person(person)]
    running = [own for own in every if own and own.turn.running and own.cycle.shadowing]
    if not running:
        return AskAhead(Feature.JOB_SHADOWING)
    return shadowing_shown(running[0]) if len(running) == 1 else TurnsShown(person)


async def show_shadowing(
    ask: asks.ShowShadowing, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> asks.Planning:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    return shadowing_shown(own) if own and own.cycle.shadowing else TURN_GONE


async def give_file(
    ask: asks.GiveDayFile,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    shadowing_days: ShadowingDays,
    curriculum: Curriculum,
) -> asks.Telling:
    """Also of a turn that is over, so that the day leaves the calendar."""
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None or own.cycle.shadowing is None:
        return TURN_GONE
    day = await shadowing_days.latest(own.turn.id)
    agreed = day is not None and day.agreed is not None
    return o.DayTold(own.turn.id, own.person) if agreed else shadowing_shown(own)
