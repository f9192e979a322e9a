"""What a push about a ticket says is decided at the moment of sending."""

from datetime import datetime

from learning.account.model import Actor
from learning.account.ports import People
from learning.pushes.model import SkipReason
from learning.pushes.outcomes import NotWanted
from learning.tickets import asks
from learning.tickets import outcomes as o
from learning.tickets.model import Side, TicketState
from learning.tickets.ports import Tickets
from learning.tickets.telling import NOBODY, occasion_of, ticket_of


async def prepare_ticket(
    ask: asks.PrepareTicket, actor: Actor, now: datetime, *, tickets: Tickets, people: People
) -> o.TicketArrived | NotWanted:
    """Of several texts that waited for the morning only the last one is told, and none that was
    answered before."""
    ticket = await tickets.get(ticket_of(ask.occasion))
    if ticket is not None and ask.occasion != occasion_of(ticket):
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    return await _to_staff(ask, tickets, people, reminded=False)


async def prepare_reminder(
    ask: asks.PrepareReminder, actor: Actor, now: datetime, *, tickets: Tickets, people: People
) -> o.TicketArrived | NotWanted:
    """Only while nobody has answered."""
    return await _to_staff(ask, tickets, people, reminded=True)


async def _to_staff(
    ask: asks.PrepareTicket | asks.PrepareReminder,
    tickets: Tickets,
    people: People,
    *,
    reminded: bool,
) -> o.TicketArrived | NotWanted:
    ticket = await tickets.get(ticket_of(ask.occasion))
    if ticket is None or ticket.state is TicketState.CLOSED:
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    if reminded and ticket.state is not TicketState.OPEN:
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    if ticket.side_of(await people.actor(ask.telegram_id)) is not Side.STAFF:
        return NotWanted(SkipReason.GONE)
    return o.TicketArrived(ticket.id, ticket.kind, ticket.content, reminded)


async def prepare_answer(
    ask: asks.PrepareAnswer, actor: Actor, now: datetime, *, tickets: Tickets
) -> o.AnswerArrived | NotWanted:
    ticket = await tickets.get(ticket_of(ask.occasion))
    if ticket is None or ticket.state is TicketState.CLOSED:
        return NotWanted(SkipReason.NOTHING_TO_SEND)
    return o.AnswerArrived(ticket.id)


async def prepare_end(ask: asks.PrepareEnd, actor: Actor, now: datetime) -> o.TicketEnded:
    return o.TicketEnded(ticket_of(ask.occasion), ask.occasion.endswith(NOBODY))
