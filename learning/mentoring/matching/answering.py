"""For the two people of a proposal: each accepts or declines, and nobody learns what it was."""

from dataclasses import dataclass
from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.beginning import begin_turn
from learning.mentoring.matching import asks
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.leaving import saying
from learning.mentoring.matching.model import Entry, Proposal
from learning.mentoring.matching.ports import MatchingEntries, Proposals
from learning.mentoring.matching.states import ProposalState
from learning.mentoring.model import Side
from learning.mentoring.ports import Turns
from learning.pushes.ports import Pushes

OVER = o.ProposalOver()


async def show_proposed(
    ask: asks.ShowProposed,
    actor: Actor,
    now: datetime,
    *,
    proposals: Proposals,
    people: People,
) -> asks.Answered:
    person, _ = learner(actor)
    proposal = await proposals.get(ask.proposal)
    side = proposal.side_of(person.id) if proposal else None
    if proposal is None or side is None:
        return OVER
    if not proposal.is_open(now):
        return await settled(proposal, side, people)
    return await proposed(proposal, side, people)


async def answer_proposal(
    ask: asks.AnswerProposal,
    actor: Actor,
    now: datetime,
    *,
    proposals: Proposals,
    matching_entries: MatchingEntries,
    people: People,
    turns: Turns,
    pushes: Pushes,
    curriculum: Curriculum,
) -> asks.Answered:
    """Until the deadline one may think again. When both have said yes, a turn begins at once."""
    person, _ = learner(actor)
    proposal = await proposals.get(ask.proposal)
    side = proposal.side_of(person.id) if proposal else None
    if proposal is None or side is None:
        return OVER
    if not proposal.is_open(now) or proposal.deadline is None:
        return await settled(proposal, side, people)
    said = saying(proposal, person.id, ask.says)
    couple = await _couple(said, people, matching_entries, turns)
    if couple is None:
        await proposals.put(said)
        return o.AnswerNoted(proposal.id, ask.says, proposal.deadline)
    paired = proposal.closed(ProposalState.PAIRED)
    await proposals.put(paired)
    await matching_entries.put(couple.wish.changed(entered_at=None))
    await begin_turn(
        couple.mentor,
        couple.mentee,
        proposal.fit.language,
        now,
        turns=turns,
        pushes=pushes,
        curriculum=curriculum,
    )
    return await settled(paired, side, people)


@dataclass(frozen=True, slots=True)
class _Couple:
    """`wish` is the mentee's entry, fulfilled now."""

    mentor: Actor
    mentee: Actor
    wish: Entry


async def _couple(
    proposal: Proposal, people: People, entries: MatchingEntries, turns: Turns
) -> _Couple | None:
    """When both have said yes, both still take part, the mentor has a free place and the mentee
    no mentor yet."""
    if not proposal.is_agreed or proposal.mentor_id is None or proposal.mentee_id is None:
        return None
    offer = await _entry(proposal.mentor_id, Side.MENTOR, entries)
    wish = await _entry(proposal.mentee_id, Side.MENTEE, entries)
    if offer is None or wish is None:
        return None
    taken = await _running(offer.person_id, Side.MENTOR, turns)
    if taken >= offer.capacity or await _running(wish.person_id, Side.MENTEE, turns):
        return None
    mentor, mentee = await people.by_id(offer.person_id), await people.by_id(wish.person_id)
    return _Couple(mentor, mentee, wish)


async def _running(person_id: int, side: Side, turns: Turns) -> int:
    every = await turns.of_person(person_id)
    return sum(turn.running and turn.side_of(person_id) is side for turn in every)


async def _entry(person_id: int, side: Side, entries: MatchingEntries) -> Entry | None:
    own = await entries.of(person_id)
    return next((it for it in own if it.side is side and it.entered_at is not None), None)


async def proposed(
    proposal: Proposal, side: Side, people: People, *, reminded: bool = False
) -> o.ProposedShown:
    """A mentor of another organisation learns the language and nothing else."""
    if proposal.deadline is None:
        raise AssertionError("it was sent")
    blind = proposal.fit.elsewhere and side is Side.MENTOR
    partner = proposal.mentee_id if side is Side.MENTOR else proposal.mentor_id
    return o.ProposedShown(
        proposal=proposal.id,
        side=side,
        language=proposal.fit.language,
        deadline=proposal.deadline,
        partner=None if blind else partner,
        fit=None if blind else proposal.fit,
        organisation=None if blind else await _elsewhere(proposal, partner, people),
        said=proposal.said_by(side),
        reminded=reminded,
    )


async def settled(proposal: Proposal, side: Side, people: People) -> o.Paired | o.ProposalOver:
    partner = proposal.mentee_id if side is Side.MENTOR else proposal.mentor_id
    if proposal.state is not ProposalState.PAIRED or partner is None:
        return OVER
    other = await _elsewhere(proposal, partner, people)
    return o.Paired(partner, side, proposal.fit.language, proposal.fit, other)


async def _elsewhere(proposal: Proposal, partner: int | None, people: People) -> str | None:
    """The partner's organisation, told to who belongs to another."""
    if partner is None or not proposal.fit.elsewhere:
        return None
    organisation = (await people.by_id(partner)).organisation
    return organisation.name if organisation else None
