"""What waits for an answer, and the card that a report is about."""

from datetime import datetime

from learning.account.model import Actor, Role
from learning.tickets import asks
from learning.tickets import outcomes as o
from learning.tickets.model import Side
from learning.tickets.ports import Tickets

PAGE = 8


async def show_tickets(
    ask: asks.ShowTickets, actor: Actor, now: datetime, *, tickets: Tickets
) -> o.TicketsShown:
    """The oldest first, of those that the actor's roles answer."""
    organisation, roles = actor.organisation, answered_by(actor)
    if organisation is None or actor.person is None or not roles:
        return o.TicketsShown(None, (), None)
    after = ask.after or 0
    me = actor.person.id
    waiting = await tickets.waiting(organisation.id, roles, after, PAGE + 1)
    found = [ticket for ticket in waiting if ticket.person_id != me]
    if not after:
        own = [each for each in await tickets.concerns(organisation.id) if each.is_for(me)]
        found = [*own, *found]
    facts = tuple(
        o.TicketFacts(each.id, each.kind, each.state, each.opened_at) for each in found[:PAGE]
    )
    later = facts[-1].id if len(found) > PAGE else None
    return o.TicketsShown(organisation.name, facts, later)


async def show_reported(
    ask: asks.ShowReported, actor: Actor, now: datetime, *, tickets: Tickets
) -> o.ReportedShown | o.TicketGone:
    ticket = await tickets.get(ask.ticket)
    if ticket is None or ticket.content is None or ticket.side_of(actor) is not Side.STAFF:
        return o.TicketGone()
    return o.ReportedShown(ticket.id, ticket.content)


def answered_by(actor: Actor) -> tuple[Role, ...]:
    """The roles whose tickets the actor answers: an owner those of all."""
    if Role.OWNER in actor.roles:
        return (Role.COORDINATOR, Role.TRAINER)
    return tuple(role for role in (Role.COORDINATOR, Role.TRAINER) if role in actor.roles)
