"""All that ends or moves at once when somebody no longer belongs to an organisation.

Called when memberships and roles are as they are to be. What was learned is the person's own and
stays.
"""

from datetime import datetime

from learning.account.model import Organisation
from learning.events.leaving import leave_events
from learning.events.ports import Events
from learning.mentoring.matching.leaving import leave_matching
from learning.mentoring.matching.ports import MatchingEntries, Proposals
from learning.mentoring.parting import part
from learning.mentoring.ports import Turns
from learning.pushes.ports import Pushes
from learning.talk.ports import Focuses
from learning.tickets.handing_on import leave_tickets
from learning.tickets.ports import Tickets


async def depart(
    person_id: int,
    organisation: Organisation,
    now: datetime,
    *,
    tickets: Tickets,
    events: Events,
    turns: Turns,
    pushes: Pushes,
    focuses: Focuses,
    matching_entries: MatchingEntries,
    proposals: Proposals,
) -> None:
    await leave_tickets(
        person_id, organisation, now, tickets=tickets, pushes=pushes, focuses=focuses
    )
    await leave_events(person_id, organisation.id, now, events=events, pushes=pushes)
    await part(person_id, organisation.id, now, turns=turns, pushes=pushes)
    await leave_matching(
        person_id,
        organisation.id,
        matching_entries=matching_entries,
        proposals=proposals,
        focuses=focuses,
    )
