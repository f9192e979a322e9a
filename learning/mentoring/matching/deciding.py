"""A coordinator looks at each proposal, and approves, changes or rejects it.

Nobody decides about a pair of their own: another coordinator must.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from learning.account.model import Actor, Role
from learning.account.ports import People
from learning.account.settings import learner
from learning.audit import Audit, Deed
from learning.mentoring.matching import asks
from learning.mentoring.matching import outcomes as o
from learning.mentoring.matching.assigning import possible
from learning.mentoring.matching.fitting import Candidate, points
from learning.mentoring.matching.model import DAYS_TO_ANSWER, Proposal
from learning.mentoring.matching.outcomes import Fit
from learning.mentoring.matching.ports import MatchingEntries, MatchingRounds, Proposals
from learning.mentoring.matching.rounds import PAGE, barred_pairs, entry_about
from learning.mentoring.matching.states import ProposalState
from learning.mentoring.model import Side
from learning.organisations.own import own_organisation
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.tickets.ports import Tickets

REMINDED_AFTER = timedelta(days=4)
GONE = o.MatchingGone()


async def show_proposals(
    ask: asks.ShowProposals,
    actor: Actor,
    now: datetime,
    *,
    matching_rounds: MatchingRounds,
    proposals: Proposals,
) -> o.ProposalsShown:
    me = learner(actor)[0].id
    found = await matching_rounds.present(own_organisation(actor).id)
    every = await proposals.of_round(found.id) if found else ()
    later = [each for each in every if each.id > ask.after and each.side_of(me) is None]
    lines = tuple(
        o.ProposalLine(each.id, each.mentor_id, each.mentee_id, each.state) for each in later[:PAGE]
    )
    return o.ProposalsShown(lines, lines[-1].proposal if len(later) > PAGE else None)


async def show_proposal(
    ask: asks.ShowProposal,
    actor: Actor,
    now: datetime,
    *,
    proposals: Proposals,
    matching_entries: MatchingEntries,
    people: People,
    tickets: Tickets,
) -> asks.Decided:
    found = await _theirs(ask.proposal, actor, proposals, tickets)
    if not isinstance(found, Proposal):
        return found
    return await _shown(found, matching_entries, people)


async def approve(
    ask: asks.Approve,
    actor: Actor,
    now: datetime,
    *,
    proposals: Proposals,
    matching_entries: MatchingEntries,
    people: People,
    tickets: Tickets,
    pushes: Pushes,
    audit: Audit,
) -> asks.Decided:
    found = await _theirs(ask.proposal, actor, proposals, tickets)
    if not isinstance(found, Proposal):
        return found
    if found.state is ProposalState.MADE and found.revision == ask.revision:
        found = found.changed(state=ProposalState.SENT, deadline=now + DAYS_TO_ANSWER)
        await proposals.put(found)
        await pushes.add(_told(found, now))
        await audit.record(entry_about(found.id, Deed.SENT_PROPOSAL, actor, now))
    return await _shown(found, matching_entries, people)


async def reject(
    ask: asks.Reject,
    actor: Actor,
    now: datetime,
    *,
    proposals: Proposals,
    matching_entries: MatchingEntries,
    people: People,
    tickets: Tickets,
    audit: Audit,
) -> asks.Decided:
    """The two never hear of it, and are not proposed to each other for half a year."""
    found = await _theirs(ask.proposal, actor, proposals, tickets)
    if not isinstance(found, Proposal):
        return found
    if found.state is ProposalState.MADE and found.revision == ask.revision:
        found = found.closed(ProposalState.REJECTED)
        await proposals.put(found)
        await audit.record(entry_about(found.id, Deed.REJECTED_PROPOSAL, actor, now))
    return await _shown(found, matching_entries, people)


async def offer_mentors(
    ask: asks.OfferMentors,
    actor: Actor,
    now: datetime,
    *,
    proposals: Proposals,
    matching_entries: MatchingEntries,
    tickets: Tickets,
) -> o.MentorsOffered | o.OwnPair | o.MatchingGone:
    wish = await _wish(ask.mentee, actor, proposals, matching_entries, tickets)
    if not isinstance(wish, _Wish):
        return wish
    me = learner(actor)[0].id
    found = await _possible(wish.mentee, me, now, proposals, matching_entries)
    best = sorted(found, key=lambda it: (-points(it[1]), it[0].entry.id))
    options = tuple(
        o.MentorOption(
            mentor.entry.id,
            mentor.entry.person_id,
            fit,
            mentor.places,
            mentor.organisation if fit.elsewhere else None,
        )
        for mentor, fit in best[:PAGE]
    )
    return o.MentorsOffered(wish.mentee.entry.id, wish.mentee.entry.person_id, options)


async def choose_mentor(
    ask: asks.ChooseMentor,
    actor: Actor,
    now: datetime,
    *,
    proposals: Proposals,
    matching_entries: MatchingEntries,
    matching_rounds: MatchingRounds,
    people: People,
    tickets: Tickets,
) -> asks.Decided:
    """Whatever the hand that chooses, the hard conditions hold."""
    wish = await _wish(ask.mentee, actor, proposals, matching_entries, tickets)
    if not isinstance(wish, _Wish):
        return wish
    round = await matching_rounds.present(own_organisation(actor).id)
    me = learner(actor)[0].id
    every = await _possible(wish.mentee, me, now, proposals, matching_entries)
    found = next((each for each in every if each[0].entry.id == ask.mentor), None)
    if found is None or round is None or round.opened_at is None:
        return GONE
    mentor, fit = found
    await proposals.drop([each.id for each in wish.made])
    made = Proposal(
        id=0,
        round_id=round.id,
        organisation_id=round.organisation_id,
        mentor_id=mentor.entry.person_id,
        mentee_id=wish.mentee.entry.person_id,
        fit=fit,
        made_at=now,
    )
    return await _shown(await proposals.add(made), matching_entries, people)


@dataclass(frozen=True, slots=True)
class _Wish:
    """A mentee for whom a mentor may be chosen; `made` is what was proposed and not sent."""

    mentee: Candidate
    made: tuple[Proposal, ...]


async def _wish(
    id: int,
    actor: Actor,
    proposals: Proposals,
    entries: MatchingEntries,
    tickets: Tickets,
) -> _Wish | o.OwnPair | o.MatchingGone:
    """Of the actor's organisation, and nobody's who has a mentor or is asked about one."""
    me = learner(actor)[0].id
    mentee = await entries.candidate(id)
    if mentee is None or mentee.entry.organisation_id != own_organisation(actor).id:
        return GONE
    person = mentee.entry.person_id
    mine = [it for it in await proposals.of_person(person) if it.mentee_id == person]
    if person == me or any(it.side_of(me) for it in mine):
        return await _own_pair(actor, tickets)
    if any(it.state is ProposalState.SENT for it in mine):
        return GONE
    return _Wish(mentee, tuple(mine))


async def _possible(
    mentee: Candidate, me: int, now: datetime, proposals: Proposals, entries: MatchingEntries
) -> list[tuple[Candidate, Fit]]:
    """Mentors with a free place who could be this mentee's, the actor left out."""
    here = mentee.entry.organisation_id
    mentors = await entries.candidates(here, Side.MENTOR)
    barred = await barred_pairs(here, (*mentors, mentee), now, proposals)
    fits = ((each, possible(each, mentee, barred)) for each in mentors if each.places > 0)
    return [(each, fit) for each, fit in fits if fit and each.entry.person_id != me]


async def _theirs(
    id: int, actor: Actor, proposals: Proposals, tickets: Tickets
) -> Proposal | o.OwnPair | o.MatchingGone:
    """A proposal of the actor's organisation that is not about the actor."""
    found = await proposals.get(id)
    if found is None or found.organisation_id != own_organisation(actor).id:
        return GONE
    if found.side_of(learner(actor)[0].id) is not None:
        return await _own_pair(actor, tickets)
    return found


async def _own_pair(actor: Actor, tickets: Tickets) -> o.OwnPair:
    staff = await tickets.staff(own_organisation(actor).id, Role.COORDINATOR)
    return o.OwnPair(others=bool(set(staff) - {learner(actor)[0].id}))


async def _shown(proposal: Proposal, entries: MatchingEntries, people: People) -> o.ProposalShown:
    wishes = await entries.of(proposal.mentee_id) if proposal.mentee_id else ()
    mentor = await people.by_id(proposal.mentor_id) if proposal.mentor_id else None
    elsewhere = proposal.fit.elsewhere and mentor and mentor.organisation
    return o.ProposalShown(
        proposal=proposal.id,
        revision=proposal.revision,
        mentor=proposal.mentor_id,
        mentee=proposal.mentee_id,
        mentee_entry=next((it.id for it in wishes if it.side is Side.MENTEE), None),
        fit=proposal.fit,
        state=proposal.state,
        deadline=proposal.deadline,
        organisation=elsewhere.name if elsewhere else None,
    )


def _told(sent: Proposal, now: datetime) -> list[NewPush]:
    """Both are asked, and reminded once while they have not answered."""
    both = [id for id in (sent.mentor_id, sent.mentee_id) if id is not None]
    kinds = ((PushKind.PROPOSED, now), (PushKind.PROPOSED_AGAIN, now + REMINDED_AFTER))
    return [NewPush(id, kind, str(sent.id), at) for kind, at in kinds for id in both]
