"""A private concern: its author picks who receives it and what is passed on, and sees exactly
that before. As a draft it is a ticket to one person; it is sent as any other ticket is."""

from dataclasses import replace
from datetime import datetime

from learning.account.model import Actor, Role
from learning.account.settings import learner
from learning.course.curriculum import Curriculum
from learning.mentoring.concern import asks
from learning.mentoring.concern import outcomes as o
from learning.mentoring.outcomes import TurnGone
from learning.mentoring.own import TURN_GONE, Own, own_turn
from learning.mentoring.ports import Turns
from learning.talk.model import Focus, Prompt, Readiness
from learning.talk.ports import Focuses
from learning.tickets.drafting import forget_drafts
from learning.tickets.model import Concern, Side, Ticket, TicketKind, TicketState
from learning.tickets.ports import Tickets

LONGEST_CONCERN = 1500
MOST_RECEIVERS = 12  # buttons


async def raise_concern(
    ask: asks.RaiseConcern,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    tickets: Tickets,
    curriculum: Curriculum,
) -> o.ReceiversOffered | TurnGone:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    return await _offered(own, tickets) if own else TURN_GONE


async def choose_receiver(
    ask: asks.ChooseReceiver,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    tickets: Tickets,
    focuses: Focuses,
    curriculum: Curriculum,
) -> asks.Raising:
    own = await own_turn(actor, ask.turn, turns, curriculum)
    if own is None:
        return TURN_GONE
    chosen = next((it for it in await receivers(own, tickets) if it.person == ask.receiver), None)
    if chosen is None:
        return await _offered(own, tickets)
    await forget_drafts(own.person, tickets, focuses)
    draft = await tickets.add(
        Ticket(
            id=0,
            organisation_id=own.turn.party(own.side).organisation_id,
            person_id=own.person,
            kind=TicketKind.CONCERN,
            to=chosen.role,
            content=None,
            opened_at=now,
            concern=Concern(chosen.person, own.turn.id),
        )
    )
    return await _shown(draft, turns)


async def name_partner(
    ask: asks.NamePartner, actor: Actor, now: datetime, *, tickets: Tickets, turns: Turns
) -> asks.Raising:
    found = await _draft(ask.ticket, actor, tickets)
    if found is None:
        return TURN_GONE
    draft, concern = found
    if draft.revision == ask.revision and concern.names_partner is not ask.yes:
        draft = draft.changed(concern=replace(concern, names_partner=ask.yes))
        await tickets.put(draft)
    return await _shown(draft, turns)


async def ask_text(
    ask: asks.AskConcernText, actor: Actor, now: datetime, *, tickets: Tickets, focuses: Focuses
) -> o.ConcernTextAsked | asks.Raising:
    found = await _draft(ask.ticket, actor, tickets)
    if found is None:
        return TURN_GONE
    draft, concern = found
    await focuses.put(draft.person_id, Focus(Prompt.CONCERN, draft.id))
    return o.ConcernTextAsked(draft.id, concern.receiver_id)


async def type_concern(
    ask: asks.TypeConcern,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    tickets: Tickets,
    focuses: Focuses,
) -> o.ConcernTextAsked | asks.Raising:
    found = await _draft(ask.ticket, actor, tickets)
    if found is None:
        return TURN_GONE
    draft, concern = found
    if not fits(ask.text):
        return o.ConcernTextAsked(draft.id, concern.receiver_id, unfit=True)
    anew = await _anew(draft, tickets, focuses)
    await tickets.write(anew, anew.person_id, ask.text.strip(), Side.ASKER, now)
    written = anew.changed(texts=1)
    await tickets.put(written)
    return await _shown(written, turns)


async def leave_text_out(
    ask: asks.LeaveTextOut,
    actor: Actor,
    now: datetime,
    *,
    turns: Turns,
    tickets: Tickets,
    focuses: Focuses,
) -> asks.Raising:
    found = await _draft(ask.ticket, actor, tickets)
    if found is None:
        return TURN_GONE
    draft, _ = found
    return await _shown(await _anew(draft, tickets, focuses), turns)


async def text_readiness(id: int, text: str, actor: Actor, *, tickets: Tickets) -> Readiness | None:
    found = await _draft(id, actor, tickets)
    return Readiness(0, fits(text)) if found else None


async def receivers(own: Own, tickets: Tickets) -> tuple[o.Receiver, ...]:
    """The coordinators and trainers of the author's side, none of whom is one of the two."""
    here = own.turn.party(own.side).organisation_id
    roles: dict[int, Role] = {}
    for role in (Role.COORDINATOR, Role.TRAINER):
        for person in await tickets.staff(here, role):
            roles.setdefault(person, role)
    pair = {own.person, own.partner}
    found = [o.Receiver(person, role) for person, role in roles.items() if person not in pair]
    return tuple(found[:MOST_RECEIVERS])


def fits(text: str) -> bool:
    return 0 < len(text.strip()) <= LONGEST_CONCERN


async def _offered(own: Own, tickets: Tickets) -> o.ReceiversOffered:
    return o.ReceiversOffered(own.turn.id, await receivers(own, tickets))


async def _draft(id: int, actor: Actor, tickets: Tickets) -> tuple[Ticket, Concern] | None:
    ticket = await tickets.get(id)
    if ticket is None or ticket.concern is None or ticket.state is not TicketState.DRAFT:
        return None
    mine = ticket.person_id == learner(actor)[0].id
    return (ticket, ticket.concern) if mine else None


async def _anew(draft: Ticket, tickets: Tickets, focuses: Focuses) -> Ticket:
    """The draft without its text, of which nothing is kept."""
    await forget_drafts(draft.person_id, tickets, focuses)
    return await tickets.add(replace(draft, texts=0, revision=0))


async def _shown(draft: Ticket, turns: Turns) -> o.ConcernShown:
    concern = draft.concern
    if concern is None:
        raise AssertionError("a draft of a concern")
    turn = await turns.get(concern.turn_id)
    return o.ConcernShown(
        ticket=draft.id,
        revision=draft.revision,
        turn=concern.turn_id,
        person=draft.person_id,
        receiver=concern.receiver_id,
        partner=turn.partner_of(draft.person_id) if turn else None,
        names_partner=concern.names_partner,
        has_text=draft.texts > 0,
    )
