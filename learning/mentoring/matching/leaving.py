"""Somebody takes no part any more, or belongs elsewhere: what becomes of what they said.

Called when memberships are as they are to be. A proposal that was sent is then like one that was
declined: it goes on to its deadline, and nobody can tell. A running turn is ended elsewhere.
"""

from collections.abc import Sequence

from learning.mentoring.matching.model import Proposal
from learning.mentoring.matching.ports import MatchingEntries, Proposals
from learning.mentoring.matching.states import ProposalState, Says
from learning.mentoring.model import Side
from learning.talk.model import Focus, Prompt
from learning.talk.ports import Focuses


async def leave_matching(
    person_id: int,
    organisation_id: int,
    *,
    matching_entries: MatchingEntries,
    proposals: Proposals,
    focuses: Focuses,
) -> None:
    """What they said of themselves there is dropped: another organisation is asked anew."""
    for entry in await matching_entries.of(person_id):
        if entry.organisation_id == organisation_id:
            await focuses.clear(person_id, Focus(Prompt.PAIR_NAME, entry.id))
            await matching_entries.drop(entry.id)
    await withdraw(await proposals.of_person(person_id), person_id, proposals)


async def withdraw(found: Sequence[Proposal], person_id: int, proposals: Proposals) -> None:
    """What was not sent is dropped, to what was sent this person says no."""
    unsent = [each.id for each in found if each.state is ProposalState.MADE]
    await proposals.drop(unsent)
    for each in found:
        if each.state is ProposalState.SENT:
            await proposals.put(saying(each, person_id, Says.NO))


def saying(proposal: Proposal, person_id: int, says: Says) -> Proposal:
    side = proposal.side_of(person_id)
    if side is Side.MENTOR:
        return proposal.changed(mentor_says=says)
    return proposal.changed(mentee_says=says) if side is Side.MENTEE else proposal
