"""The two may show each other their usernames; each says yes on their own."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.course.curriculum import Curriculum
from learning.mentoring.between import asks
from learning.mentoring.between import outcomes as o
from learning.mentoring.between.messages import NOTHING, can_write
from learning.mentoring.own import TURN_GONE, own_turn, owned, tell_other, turn_shown
from learning.mentoring.ports import Turns
from learning.mentoring.turning import with_party
from learning.pushes.model import PushKind
from learning.pushes.outcomes import NotWanted
from learning.pushes.ports import Pushes


async def show_usernames(
    ask: asks.ShowUsernames, actor: Actor, now: datetime, *, turns: Turns, curriculum: Curriculum
) -> asks.Sharing:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None or not can_write(own):
        return turn_shown(own) if own else TURN_GONE
    return o.UsernamesShown(own.turn.id, own.person)


async def share_username(
    ask: asks.ShareUsername,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Sharing:
    """Of a yes or no the other one hears only when both said yes."""
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None or not can_write(own):
        return turn_shown(own) if own else TURN_GONE
    if own.turn.party(own.side).shares is not ask.yes:
        turn = with_party(own.turn, own.side, shares=ask.yes).changed()
        await turns.put(turn)
        if turn.both_share:
            occasion = f"{turn.id}.{turn.revision}"
            await tell_other(own, PushKind.MENTORING_USERNAMES, occasion, now, pushes)
    return o.UsernamesShown(own.turn.id, own.person)


async def prepare_usernames(
    ask: asks.PrepareUsernames,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    people: People,
    curriculum: Curriculum,
) -> o.UsernamesShown | NotWanted:
    """Judged again: both still say yes."""
    turn = await turns.get(int(ask.occasion.partition(".")[0]))
    reader = (await people.actor(ask.telegram_id)).person
    own = owned(turn, reader.id, curriculum) if turn and reader else None
    if own is None or not own.turn.both_share:
        return NOTHING
    return o.UsernamesShown(own.turn.id, own.person)
