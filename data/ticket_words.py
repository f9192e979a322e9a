"""The words of a ticket, opened at the moment of speaking."""

from typing import Any

from sqlalchemy import bindparam, select

from data.author_keys import AuthorSeals
from data.mentoring_readings import names_of
from data.mentoring_turns import SqlTurns
from data.sealing import Sealer
from data.session import Engine, Session
from data.tables.tickets import display_names, ticket_concerns, ticket_texts, tickets
from learning.readings import TicketWords
from learning.tickets.model import TicketKind

_WHO = (
    select(
        tickets.c.person_id,
        tickets.c.kind,
        display_names.c.sealed,
        ticket_concerns.c.turn_id,
        ticket_concerns.c.names_partner,
    )
    .select_from(
        tickets.outerjoin(
            display_names, display_names.c.person_id == tickets.c.person_id
        ).outerjoin(ticket_concerns, ticket_concerns.c.ticket_id == tickets.c.id)
    )
    .where(tickets.c.id == bindparam("ticket"))
)
_TEXTS = (
    select(ticket_texts.c.author_id, ticket_texts.c.by_staff, ticket_texts.c.sealed)
    .where(ticket_texts.c.ticket_id == bindparam("ticket"))
    .order_by(ticket_texts.c.id)
)


async def ticket_words(engine: Engine, sealer: Sealer, ticket: int) -> TicketWords | None:
    async with engine.reading() as session:
        who = await session.row(_WHO, {"ticket": ticket})
        if who is None:
            return None
        seals = AuthorSeals(session, sealer)
        rows = await session.rows(_TEXTS, {"ticket": ticket})
        opened = [(row.by_staff, await seals.open(row.author_id, row.sealed)) for row in rows]
        name = await seals.open(who.person_id, who.sealed) if who.sealed else None
        partner = await _partner(session, sealer, who) if who.names_partner else None
    texts = tuple((staff, text) for staff, text in opened if text is not None)
    return TicketWords(name, texts, who.kind == TicketKind.CONCERN, partner)


async def _partner(session: Session, sealer: Sealer, who: Any) -> str | None:
    """The other one of the pair, whom the author chose to name."""
    turn = await SqlTurns(session).get(who.turn_id)
    partner = turn.partner_of(who.person_id) if turn else None
    return (await names_of(session, sealer, {partner})).get(partner) if partner else None
