"""Whoever went all the way as a mentee is asked once whether they would be a mentor now."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.mentoring.matching import asks
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.entries import entry_of
from learning.mentoring.matching.ports import MatchingEntries
from learning.mentoring.model import Ending, Side
from learning.mentoring.ports import Turns
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import NotWanted


async def prepare_invitation(
    ask: asks.PrepareInvitation,
    actor: Actor,
    now: datetime,
    *,
    people: People,
    turns: Turns,
    matching_entries: MatchingEntries,
) -> o.MentorInvited | NotWanted:
    """Not who is in the register already, or belongs to no organisation any more."""
    turn, reader = await turns.get(int(ask.occasion)), await people.actor(ask.telegram_id)
    if turn is None or reader.person is None or reader.organisation is None:
        return NotWanted(SkipReason.GONE)
    closed = turn.ending is Ending.CIRCLE and turn.side_of(reader.person.id) is Side.MENTEE
    if not closed or await entry_of(reader, Side.MENTOR, matching_entries):
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    return o.MentorInvited(reader.organisation.name)


async def decline_invitation(
    ask: asks.DeclineInvitation, actor: Actor, now: datetime
) -> o.InvitationDeclined:
    """Nothing is kept of it: nobody is asked twice."""
    return o.InvitationDeclined()
