"""The words of a ticket, opened at the moment of speaking."""

from sqlalchemy import bindparam, select

from data.sealing import Sealer
from data.session import Engine
from data.tables.tickets import display_names, ticket_texts, tickets
from learning.readings import TicketWords

_WHO = (
    select(display_names.c.sealed)
    .select_from(tickets.outerjoin(display_names, display_names.c.person_id == tickets.c.person_id))
    .where(tickets.c.id == bindparam("ticket"))
)
_TEXTS = (
    select(ticket_texts.c.by_staff, ticket_texts.c.sealed)
    .where(ticket_texts.c.ticket_id == bindparam("ticket"))
    .order_by(ticket_texts.c.id)
)


async def ticket_words(engine: Engine, sealer: Sealer, ticket: int) -> TicketWords | None:
    async with engine.reading() as session:
        who = await session.row(_WHO, {"ticket": ticket})
        rows = await session.rows(_TEXTS, {"ticket": ticket})
    if who is None:
        return None
    opened = ((row.by_staff, sealer.open(row.sealed)) for row in rows)
    return TicketWords(
        name=sealer.open(who.sealed) if who.sealed else None,
        texts=tuple((by_staff, text) for by_staff, text in opened if text is not None),
    )
