"""What a push about mentoring says, decided at the moment of sending."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.mentoring import asks
from learning.mentoring import outcomes as o
from learning.mentoring.model import Side, Turn
from learning.mentoring.ports import Turns
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import NotWanted

NOTHING = NotWanted(SkipReason.NOTHING_TO_SEND)


async def prepare_begun(
    ask: asks.PrepareTurnBegun, actor: Actor, now: datetime, *, turns: Turns, people: People
) -> o.TurnBegun | NotWanted:
    found = await _running(ask.telegram_id, int(ask.occasion), turns, people)
    return o.TurnBegun(found[0].id, found[1]) if found else NOTHING


async def _running(
    telegram_id: int, id: int, turns: Turns, people: People
) -> tuple[Turn, Side] | None:
    """The turn and the reader's side in it; None for who is no longer in it."""
    turn, reader = await turns.get(id), (await people.actor(telegram_id)).person
    side = turn.side_of(reader.id) if turn and reader else None
    return (turn, side) if turn and turn.running and side else None
