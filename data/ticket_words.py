"""The words of a ticket, opened at the moment of speaking."""

from sqlalchemy import bindparam, select

from data.author_keys import AuthorSeals
from data.sealing import Sealer
from data.session import Engine
from data.tables.tickets import display_names, ticket_texts, tickets
from learning.readings import TicketWords

_WHO = (
    select(tickets.c.person_id, display_names.c.sealed)
    .select_from(tickets.outerjoin(display_names, display_names.c.person_id == tickets.c.person_id))
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
    return TicketWords(name, tuple((staff, text) for staff, text in opened if text is not None))
