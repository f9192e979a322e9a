"""From the wish for a person to the answer: what each side types goes to the other."""

from datetime import datetime

from learning.account.model import Actor, Organisation, Role
from learning.account.naming import name_in
from learning.account.settings import learner
from learning.pushes.model import NewPush, PushKind
from learning.pushes.ports import Pushes
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses
from learning.tickets import asks
from learning.tickets import outcomes as o
from learning.tickets.drafting import forget_drafts
from learning.tickets.handing_on import closed_at, forget_prompts
from learning.tickets.model import Side, Ticket, TicketKind, TicketState
from learning.tickets.ports import Names, Tickets
from learning.tickets.telling import occasion_of, readers_of, to_staff


async def open_ticket(
    ask: asks.OpenTicket, actor: Actor, now: datetime, *, tickets: Tickets, focuses: Focuses
) -> o.TicketAsked | o.NobodyThere:
    if ask.kind is TicketKind.CONCERN:  # it begins where its receiver is chosen
        return o.NobodyThere(ask.kind)
    return await _begin(actor, ask.kind, None, (Role.COORDINATOR,), now, tickets, focuses)


async def report_mistake(
    ask: asks.ReportMistake, actor: Actor, now: datetime, *, tickets: Tickets, focuses: Focuses
) -> o.TicketAsked | o.NobodyThere:
    """To the trainers, who write the course; where there is none, to the coordinators."""
    readers = (Role.TRAINER, Role.COORDINATOR)
    content = f"{ask.lesson}.{ask.part}"
    return await _begin(actor, TicketKind.MISTAKE, content, readers, now, tickets, focuses)


async def _begin(
    actor: Actor,
    kind: TicketKind,
    content: str | None,
    readers: tuple[Role, ...],
    now: datetime,
    tickets: Tickets,
    focuses: Focuses,
) -> o.TicketAsked | o.NobodyThere:
    person, _ = learner(actor)
    organisation = actor.organisation
    if organisation is None:
        return o.NobodyThere(kind)
    for role in readers:
        if set(await tickets.staff(organisation.id, role)) - {person.id}:
            await forget_drafts(person.id, tickets, focuses)
            new = Ticket(0, organisation.id, person.id, kind, role, content, now)
            ticket = await tickets.add(new)
            await focuses.put(person.id, Focus(Prompt.TICKET, ticket.id))
            return o.TicketAsked(ticket.id, kind, organisation.name, role)
    return o.NobodyThere(kind)


async def readiness(id: int, text: str, actor: Actor, *, tickets: Tickets) -> Readiness | None:
    """A ticket takes any text from both sides until it is closed."""
    ticket = await tickets.get(id)
    if ticket is None or ticket.state is TicketState.CLOSED or ticket.side_of(actor) is None:
        return None
    if ticket.state is TicketState.DRAFT and (ticket.texts or ticket.concern):
        return None  # it is the name that is asked for, or a look at what is passed on
    return Readiness(0, bool(text.strip()))


async def name_readiness(id: int, text: str, actor: Actor, *, tickets: Tickets) -> Readiness | None:
    ticket = await tickets.get(id)
    if ticket is None or ticket.state is not TicketState.DRAFT:
        return None
    mine = ticket.side_of(actor) is Side.ASKER
    return Readiness(0, name_in(text) is not None) if mine else None


async def write_ticket(
    ask: asks.WriteTicket,
    actor: Actor,
    now: datetime,
    *,
    tickets: Tickets,
    names: Names,
    pushes: Pushes,
    focuses: Focuses,
) -> asks.Written:
    ticket = await tickets.get(ask.ticket)
    side = ticket.side_of(actor) if ticket else None
    if ticket is None or side is None or ticket.state is TicketState.CLOSED:
        return o.TicketGone()
    if ticket.state is TicketState.DRAFT and ticket.concern:
        return o.TicketGone()
    await tickets.write(ticket, learner(actor)[0].id, ask.text, side, now)
    if ticket.state is TicketState.DRAFT:
        ticket = ticket.changed(texts=1)
        await tickets.put(ticket)
        return await _send(ticket, actor, now, tickets, names, pushes, focuses)
    ticket = ticket.changed(
        texts=ticket.texts + 1,
        state=TicketState.ANSWERED if side is Side.STAFF else TicketState.OPEN,
    )
    await tickets.put(ticket)
    await pushes.add(await _to_the_other(ticket, side, PushKind.TICKET, actor, now, tickets))
    return o.TicketWritten(ticket.id, side)


async def send_ticket(
    ask: asks.SendTicket,
    actor: Actor,
    now: datetime,
    *,
    tickets: Tickets,
    names: Names,
    pushes: Pushes,
    focuses: Focuses,
) -> asks.Written:
    ticket = await _own_draft(ask.ticket, actor, tickets)
    if ticket is None:
        return o.TicketGone()
    return await _send(ticket, actor, now, tickets, names, pushes, focuses)


async def give_name(
    ask: asks.GiveName,
    actor: Actor,
    now: datetime,
    *,
    tickets: Tickets,
    names: Names,
    pushes: Pushes,
    focuses: Focuses,
) -> asks.Written:
    ticket = await _own_draft(ask.ticket, actor, tickets)
    if ticket is None or actor.organisation is None:
        return o.TicketGone()
    name = name_in(ask.text)
    if name is None:
        chosen = ticket.concern is not None
        return o.NameAsked(ticket.id, actor.organisation.name, ticket.to, True, chosen)
    await names.settle(ticket.person_id, name)
    return await _send(ticket, actor, now, tickets, names, pushes, focuses)


async def stay_nameless(
    ask: asks.StayNameless,
    actor: Actor,
    now: datetime,
    *,
    tickets: Tickets,
    names: Names,
    pushes: Pushes,
    focuses: Focuses,
) -> asks.Written:
    ticket = await _own_draft(ask.ticket, actor, tickets)
    if ticket is None:
        return o.TicketGone()
    await names.settle(ticket.person_id, None)
    return await _send(ticket, actor, now, tickets, names, pushes, focuses)


async def _own_draft(id: int, actor: Actor, tickets: Tickets) -> Ticket | None:
    ticket = await tickets.get(id)
    if ticket is None or ticket.state is not TicketState.DRAFT:
        return None
    return ticket if ticket.side_of(actor) is Side.ASKER else None


async def _send(
    ticket: Ticket,
    actor: Actor,
    now: datetime,
    tickets: Tickets,
    names: Names,
    pushes: Pushes,
    focuses: Focuses,
) -> asks.Written:
    """A name is asked for at the first moment that shows one to somebody else."""
    organisation = _organisation(ticket, actor)
    if organisation is None:  # left it in the meantime: nobody there would answer
        await tickets.drop(ticket.id)
        return o.TicketGone()
    readers, chosen = await readers_of(ticket, tickets), ticket.concern is not None
    if chosen and not readers:
        await tickets.drop(ticket.id)
        return o.NobodyThere(ticket.kind)
    if not await names.is_settled(ticket.person_id):
        await focuses.put(ticket.person_id, Focus(Prompt.NAME, ticket.id))
        return o.NameAsked(ticket.id, organisation.name, ticket.to, chosen=chosen)
    sent = ticket.changed(state=TicketState.OPEN, opened_at=now)
    await tickets.put(sent)
    await forget_prompts(sent, focuses)
    await pushes.add(to_staff(sent, readers, organisation, now))
    return o.TicketSent(ticket.id, organisation.name, ticket.to, chosen)


async def _to_the_other(
    ticket: Ticket, side: Side, kind: PushKind, actor: Actor, now: datetime, tickets: Tickets
) -> list[NewPush]:
    occasion = occasion_of(ticket)
    if side is Side.STAFF:
        answer = PushKind.TICKET_ANSWER if kind is PushKind.TICKET else kind
        return [NewPush(ticket.person_id, answer, occasion, now)]
    readers = await readers_of(ticket, tickets)
    return [NewPush(person, kind, occasion, now) for person in readers]


async def drop_ticket(
    ask: asks.DropTicket, actor: Actor, now: datetime, *, tickets: Tickets, focuses: Focuses
) -> o.TicketDropped | o.TicketGone:
    ticket = await _own_draft(ask.ticket, actor, tickets)
    if ticket is None:
        return o.TicketGone()
    await forget_drafts(ticket.person_id, tickets, focuses)
    return o.TicketDropped()


async def answer_ticket(
    ask: asks.AnswerTicket, actor: Actor, now: datetime, *, tickets: Tickets, focuses: Focuses
) -> o.TicketOpened | o.TicketGone:
    person, _ = learner(actor)
    ticket = await tickets.get(ask.ticket)
    side = ticket.side_of(actor) if ticket else None
    if ticket is None or side is None or ticket.state in (TicketState.CLOSED, TicketState.DRAFT):
        return o.TicketGone()
    await focuses.put(person.id, Focus(Prompt.TICKET, ticket.id))
    return o.TicketOpened(ticket.id, side)


async def close_ticket(
    ask: asks.CloseTicket,
    actor: Actor,
    now: datetime,
    *,
    tickets: Tickets,
    pushes: Pushes,
    focuses: Focuses,
) -> o.TicketClosed | o.TicketGone:
    """Either side may; every word is wiped at once, and the other side is told."""
    person, _ = learner(actor)
    ticket = await tickets.get(ask.ticket)
    side = ticket.side_of(actor) if ticket else None
    if ticket is None or side is None or ticket.state in (TicketState.CLOSED, TicketState.DRAFT):
        return o.TicketGone()
    closed = await closed_at(ticket, now, tickets)
    await focuses.clear(person.id, Focus(Prompt.TICKET, closed.id))
    await pushes.add(await _to_the_other(closed, side, PushKind.TICKET_END, actor, now, tickets))
    return o.TicketClosed(side)


def _organisation(ticket: Ticket, actor: Actor) -> Organisation | None:
    here = (m.organisation for m in actor.memberships)
    return next((each for each in here if each.id == ticket.organisation_id), None)
