"""A turn ends before its time: by a wish, or because somebody leaves."""

from datetime import datetime

from learning.account.model import Actor
from learning.course.curriculum import Curriculum
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.model import Ending, Side, Turn
from learning.mentoring.own import TURN_GONE, own_turn, tell_other, turn_shown
from learning.mentoring.ports import Turns
from learning.mentoring.turning import ended
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes


async def offer_end(
    ask: asks.OfferTurnEnd, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> o.TurnEndOffered | asks.Looking:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    return o.TurnEndOffered(own.turn.id, own.person) if own.turn.running else turn_shown(own)


async def end_turn(
    ask: asks.EndTurn,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Looking:
    """Without a reason. The other one reads the same neutral words whatever the ending."""
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    if own.turn.running:
        await turns.put(ended(own.turn, Ending.WISH, now).changed())
        await tell_other(own, PushKind.MENTORING_OVER, str(own.turn.id), now, pushes)
    return turn_shown(own)


async def part(
    person_id: int, organisation_id: int, now: datetime, *, turns: Turns, pushes: Pushes
) -> None:
    """Somebody leaves an organisation, moves to another, is removed or erased: their turns that
    it looks after end. A move to another department changes nothing."""
    for turn in await turns.of_person(person_id):
        side = turn.side_of(person_id)
        if turn.running and side and turn.party(side).organisation_id == organisation_id:
            await turns.put(ended(turn, Ending.LEFT, now).changed())
            await pushes.add(_told(turn, now))


def _told(turn: Turn, now: datetime) -> list[NewPush]:
    """Both: also who left may take along what they wrote, as long as it is there."""
    people = [turn.party(side).person_id for side in Side]
    kind, occasion = PushKind.MENTORING_OVER, str(turn.id)
    return [NewPush(person, kind, occasion, now) for person in people if person is not None]
