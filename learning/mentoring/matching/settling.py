"""When the time to answer is over, and what the pushes about proposals say."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.mentoring.matching import asks
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.answering import proposed
from learning.mentoring.matching.model import Proposal
from learning.mentoring.matching.outcomes import Fit
from learning.mentoring.matching.ports import Proposals
from learning.mentoring.matching.states import ProposalState, Says
from learning.mentoring.model import Side
from learning.pushes.model import NewPush, PushKind, SkipReason
from learning.pushes.outcomes import NotWanted
from learning.pushes.ports import Pushes

NOTHING = NotWanted(SkipReason.NOTHING_TO_SEND)


async def settle_proposals(
    ask: asks.SettleProposals,
    actor: Actor,
    now: datetime,
    *,
    proposals: Proposals,
    pushes: Pushes,
) -> o.ProposalsSettled:
    """Whoever did not say no hears of it, in the same words and at the same deadline. Then what
    was said, and why the two were proposed, is wiped."""
    due = await proposals.due(now, ask.limit)
    for each in due:
        await pushes.add(_told(each, now))
        await proposals.put(each.closed(ProposalState.OVER, fit=Fit(each.fit.language)))
    return o.ProposalsSettled(len(due))


def _told(proposal: Proposal, now: datetime) -> list[NewPush]:
    sides = ((proposal.mentor_id, Side.MENTOR), (proposal.mentee_id, Side.MENTEE))
    return [
        NewPush(id, PushKind.PROPOSAL_OVER, str(proposal.id), proposal.deadline or now)
        for id, side in sides
        if id is not None and proposal.said_by(side) is not Says.NO
    ]


async def prepare_proposed(
    ask: asks.PrepareProposed,
    actor: Actor,
    now: datetime,
    *,
    proposals: Proposals,
    people: People,
) -> o.ProposedShown | NotWanted:
    return await _unanswered(ask, now, proposals, people, reminded=False)


async def prepare_proposed_again(
    ask: asks.PrepareProposedAgain,
    actor: Actor,
    now: datetime,
    *,
    proposals: Proposals,
    people: People,
) -> o.ProposedShown | NotWanted:
    return await _unanswered(ask, now, proposals, people, reminded=True)


async def _unanswered(
    ask: asks.PrepareProposed | asks.PrepareProposedAgain,
    now: datetime,
    proposals: Proposals,
    people: People,
    *,
    reminded: bool,
) -> o.ProposedShown | NotWanted:
    """Only what this side has said counts: from a message that does not come nobody may read what
    the other has said."""
    proposal = await proposals.get(int(ask.occasion))
    person = (await people.actor(ask.telegram_id)).person
    side = proposal.side_of(person.id) if proposal and person else None
    if proposal is None or side is None or not proposal.is_open(now):
        return NOTHING
    if proposal.said_by(side) is not None:
        return NOTHING
    return await proposed(proposal, side, people, reminded=reminded)


async def prepare_over(
    ask: asks.PrepareProposalOver, actor: Actor, now: datetime
) -> o.ProposalOver:
    return o.ProposalOver()
