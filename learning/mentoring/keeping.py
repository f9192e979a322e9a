"""What is written in a turn stays in its author's hand: read, taken along, destroyed."""

from datetime import datetime

from learning.account.model import Actor
from learning.course.curriculum import Curriculum
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.own import TURN_GONE, own_turn
from learning.mentoring.ports import Turns, TurnTexts


async def show_texts(
    ask: asks.ShowTexts, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> o.TextsShown | o.TurnGone:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    return o.TextsShown(own.turn.id, own.person) if own else TURN_GONE


async def give_texts(
    ask: asks.GiveTexts, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> o.TextsGiven | o.TurnGone:
    """As a file, before they are destroyed."""
    own = await own_turn(actor, ask.turn, turns, curriculum)
    return o.TextsGiven(own.turn.id, own.person) if own else TURN_GONE


async def offer_destroying(
    ask: asks.OfferDestroying, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> o.DestroyingOffered | o.TurnGone:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    return o.DestroyingOffered(own.turn.id) if own else TURN_GONE


async def destroy_texts(
    ask: asks.DestroyTexts,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    turn_texts: TurnTexts,
    curriculum: Curriculum,
) -> o.TextsDestroyed | o.TurnGone:
    """The actor's own, at once, with the key that opens them."""
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    await turn_texts.destroy(own.turn.id, own.person)
    return o.TextsDestroyed(own.turn.id)
