"""Somebody comes to an organisation, leaves it or changes roles: what becomes of tickets there.

Called when memberships and roles are as they are to be.
"""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Organisation, Role
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt
from learning.talk.ports import Focuses
from learning.tickets.model import Ticket, TicketState
from learning.tickets.ports import Tickets
from learning.tickets.telling import nobody_left, occasion_of, readers_of, to_staff

AT_ONCE = 1000


async def leave_tickets(
    person_id: int,
    organisation: Organisation,
    now: datetime,
    *,
    tickets: Tickets,
    pushes: Pushes,
    focuses: Focuses,
) -> None:
    """Of somebody who left: drafts are dropped, what they asked is closed, and what they were to
    answer goes to the others there."""
    for ticket in await tickets.of_person(person_id):
        if ticket.organisation_id == organisation.id:
            await forget_prompts(ticket, focuses)
            if ticket.state is TicketState.DRAFT:
                await tickets.drop(ticket.id)
            else:
                closed = await closed_at(ticket, now, tickets)
                staff = await readers_of(ticket, tickets)
                end, occasion = PushKind.TICKET_END, occasion_of(closed)
                await pushes.add([NewPush(each, end, occasion, now) for each in staff])
    await hand_on(organisation, now, tickets=tickets, pushes=pushes)


async def hand_on(
    organisation: Organisation, now: datetime, *, tickets: Tickets, pushes: Pushes
) -> None:
    """Whoever answers there now hears of what waits; each hears once. What trainers were asked
    goes to the coordinators when there is no trainer; what nobody can answer is closed, and the
    asker is told."""
    for concern in await tickets.concerns(organisation.id):
        if not await readers_of(concern, tickets):  # it goes to nobody else
            await closed_at(concern, now, tickets)
            await pushes.add([nobody_left(concern, now)])
    coordinators = await tickets.staff(organisation.id, Role.COORDINATOR)
    for role in (Role.TRAINER, Role.COORDINATOR):
        staff = await tickets.staff(organisation.id, role)
        heirs = staff or coordinators
        for ticket in await tickets.waiting(organisation.id, (role,), 0, AT_ONCE):
            others = sorted(set(heirs) - {ticket.person_id})
            if not others:
                await closed_at(ticket, now, tickets)
                await pushes.add([nobody_left(ticket, now)])
                continue
            if not staff:
                ticket = replace(ticket.changed(), to=Role.COORDINATOR)
                await tickets.put(ticket)
            if ticket.state is TicketState.OPEN:
                await pushes.add(to_staff(ticket, others, organisation, now))


async def closed_at(ticket: Ticket, now: datetime, tickets: Tickets) -> Ticket:
    """Every word of it is wiped at once."""
    closed = ticket.changed(state=TicketState.CLOSED, closed_at=now)
    await tickets.put(closed)
    await tickets.wipe(closed.id, now)
    return closed


async def forget_prompts(ticket: Ticket, focuses: Focuses) -> None:
    """The asker's own: no text of theirs goes there any more."""
    for prompt in (Prompt.TICKET, Prompt.NAME, Prompt.CONCERN):
        await focuses.clear(ticket.person_id, Focus(prompt, ticket.id))
