"""Where one is in the circle, and what comes next."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.model import Side
from learning.mentoring.own import TURN_GONE, own_turn, turn_shown
from learning.mentoring.ports import Agreements, Turns


async def show_mentoring(
    ask: asks.ShowMentoring, actor: Actor, now: datetime, *, turns: Turns
) -> o.TurnsShown | o.TurnShown | o.NoTurn:
    person = learner(actor)[0].id
    every = await turns.of_person(person)
    running = [turn for turn in every if turn.running]
    if len(running) == 1:
        return o.TurnShown(running[0].id, person)
    return o.TurnsShown(person) if every else o.NoTurn()


async def show_turn(
    ask: asks.ShowTurn, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> asks.Looking:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    return turn_shown(own) if own else TURN_GONE


async def show_more(
    ask: asks.ShowMoreOfTurn, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> o.MoreOfTurnShown | asks.Looking:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    return o.MoreOfTurnShown(own.turn.id, own.person) if own.turn.running else turn_shown(own)


async def show_talk_kit(
    ask: asks.ShowTalkKit, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> o.TalkKitShown | asks.Looking:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    prepares = own.side is Side.MENTOR and own.turn.running and own.turn.phase is not None
    return o.TalkKitShown(own.turn.id, own.person) if prepares else turn_shown(own)


async def print_agreement(
    ask: asks.PrintAgreement,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    agreements: Agreements,
    curriculum: Curriculum,
) -> o.AgreementPrinted | o.TurnGone:
    """What holds; also after the end, for both."""
    own = await own_turn(actor, ask.turn, turns, curriculum)
    held = await agreements.in_force(own.turn.id) if own else None
    return o.AgreementPrinted(own.turn.id, own.person, held.id) if own and held else TURN_GONE
