"""Tickets, their sealed texts, and the names under which people are seen."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.author_keys import AuthorSeals
from data.erasure import MARK
from data.sealing import Sealer
from data.session import Session
from data.tables.people import memberships, persons
from data.tables.tickets import display_names, ticket_concerns, ticket_texts, tickets
from learning.account.model import Role
from learning.ask import Conflict
from learning.tickets.model import Concern, Side, Ticket, TicketKind, TicketState

_CONCERN = ("receiver_id", "turn_id", "names_partner")
_ALL = select(tickets, *(ticket_concerns.c[name] for name in _CONCERN)).select_from(
    tickets.outerjoin(ticket_concerns, ticket_concerns.c.ticket_id == tickets.c.id)
)
_ADD = insert(tickets).returning(tickets.c.id)
_PUT = (
    update(tickets)
    .where(tickets.c.id == bindparam("this_id"))
    .where(tickets.c.revision == bindparam("before"))
)
_GET = _ALL.where(tickets.c.id == bindparam("this_id"))
_DRAFTS = (
    select(tickets.c.id)
    .where(tickets.c.person_id == bindparam("of_person"))
    .where(tickets.c.state == TicketState.DRAFT)
)
_OF_PERSON = (
    _ALL.where(tickets.c.person_id == bindparam("of_person"))
    .where(tickets.c.state != TicketState.CLOSED)
    .order_by(tickets.c.id)
)
_SENT = _ALL.where(tickets.c.organisation_id == bindparam("at_organisation")).where(
    tickets.c.state.in_((TicketState.OPEN, TicketState.ANSWERED))
)
_CONCERNS = _SENT.where(tickets.c.kind == TicketKind.CONCERN).order_by(tickets.c.id)
_WAITING = (
    _SENT.where(tickets.c.kind != TicketKind.CONCERN)
    .where(tickets.c.to.in_(bindparam("to_roles", expanding=True)))
    .where(tickets.c.id > bindparam("after"))
    .order_by(tickets.c.id)
    .limit(bindparam("at_most"))
)
_DROP = delete(tickets).where(tickets.c.id == bindparam("this_id"))
_WRITE = insert(ticket_texts)
_ADD_CONCERN = insert(ticket_concerns)
_NAME_PARTNER = update(ticket_concerns).where(ticket_concerns.c.ticket_id == bindparam("this_id"))
_DROP_CONCERN = delete(ticket_concerns).where(ticket_concerns.c.ticket_id == bindparam("this_id"))
_WIPE = delete(ticket_texts).where(ticket_texts.c.ticket_id == bindparam("this_id"))
_STAFF = (
    select(persons.c.id)
    .join(memberships, memberships.c.person_id == persons.c.id)
    .where(memberships.c.organisation_id == bindparam("at_organisation"))
    .where(memberships.c.until.is_(None), persons.c.reachable)
    .where(or_(memberships.c.role == bindparam("in_role"), memberships.c.role == Role.OWNER))
    .distinct()
    .order_by(persons.c.id)
)
_NAME = select(display_names).where(display_names.c.person_id == bindparam("of_person"))
_settle = insert_or(display_names)
_SETTLE = _settle.on_conflict_do_update(
    index_elements=["person_id"], set_={"sealed": _settle.excluded.sealed}
)


@dataclass(frozen=True, slots=True)
class SqlTickets:
    session: Session
    sealer: Sealer

    async def add(self, ticket: Ticket) -> Ticket:
        fixed = {
            "organisation_id": ticket.organisation_id,
            "person_id": ticket.person_id,
            "kind": ticket.kind,
            "content": ticket.content,
        }
        row = await self.session.one(_ADD, {**fixed, **_changing(ticket)})
        if ticket.concern is not None:
            whose = {"ticket_id": row.id, "person_id": ticket.person_id}
            await self.session.run(_ADD_CONCERN, {**whose, **asdict(ticket.concern)})
        found = await self.get(row.id)
        if found is None:
            raise AssertionError("it was added")
        return found

    async def put(self, ticket: Ticket) -> None:
        guard = {"this_id": ticket.id, "before": ticket.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_changing(ticket)}):
            raise Conflict
        if ticket.concern is not None:
            named = {"this_id": ticket.id, "names_partner": ticket.concern.names_partner}
            await self.session.run(_NAME_PARTNER, named)

    async def get(self, id: int) -> Ticket | None:
        row = await self.session.row(_GET, {"this_id": id})
        return _read(row) if row else None

    async def drafts(self, person_id: int) -> Sequence[int]:
        return [row.id for row in await self.session.rows(_DRAFTS, {"of_person": person_id})]

    async def of_person(self, person_id: int) -> Sequence[Ticket]:
        return [_read(row) for row in await self.session.rows(_OF_PERSON, {"of_person": person_id})]

    async def waiting(
        self, organisation_id: int, to: Sequence[Role], after: int, limit: int
    ) -> Sequence[Ticket]:
        wish = {
            "at_organisation": organisation_id,
            "to_roles": list(to),
            "after": after,
            "at_most": limit,
        }
        return [_read(row) for row in await self.session.rows(_WAITING, wish)]

    async def concerns(self, organisation_id: int) -> Sequence[Ticket]:
        wish = {"at_organisation": organisation_id}
        return [_read(row) for row in await self.session.rows(_CONCERNS, wish)]

    async def drop(self, id: int) -> None:
        await self.session.run(_WIPE, {"this_id": id})
        await self.session.run(_DROP_CONCERN, {"this_id": id})
        await self.session.run(_DROP, {"this_id": id})

    async def write(
        self, ticket: Ticket, author_id: int, text: str, side: Side, at: datetime
    ) -> None:
        values = {
            "ticket_id": ticket.id,
            "person_id": ticket.person_id,
            "author_id": author_id,
            "by_staff": side is Side.STAFF,
            "sealed": await AuthorSeals(self.session, self.sealer).seal(author_id, text),
            "at": at,
        }
        await self.session.run(_WRITE, values)

    async def wipe(self, id: int, at: datetime) -> None:
        await self.session.run(_WIPE, {"this_id": id})
        await self.session.run(_DROP_CONCERN, {"this_id": id})
        await self.session.run(MARK, {"mark": self.sealer.mark(name_of(id)), "at": at})

    async def staff(self, organisation_id: int, role: Role) -> Sequence[int]:
        wanted = {"at_organisation": organisation_id, "in_role": role}
        return [row.id for row in await self.session.rows(_STAFF, wanted)]


@dataclass(frozen=True, slots=True)
class SqlNames:
    session: Session
    sealer: Sealer

    async def is_settled(self, person_id: int) -> bool:
        return await self.session.row(_NAME, {"of_person": person_id}) is not None

    async def is_named(self, person_id: int) -> bool:
        row = await self.session.row(_NAME, {"of_person": person_id})
        return row is not None and row.sealed is not None

    async def settle(self, person_id: int, name: str | None) -> None:
        seals = AuthorSeals(self.session, self.sealer)
        sealed = None if name is None else await seals.seal(person_id, name)
        await self.session.run(_SETTLE, {"person_id": person_id, "sealed": sealed})


def name_of(ticket: int) -> str:
    """By which a wiped ticket is known again, should a backup bring it back."""
    return f"ticket {ticket}"


def _changing(ticket: Ticket) -> dict[str, Any]:
    return {
        "to": ticket.to,
        "opened_at": ticket.opened_at,
        "state": ticket.state,
        "texts": ticket.texts,
        "closed_at": ticket.closed_at,
        "revision": ticket.revision,
    }


def _read(row: Row[Any]) -> Ticket:
    return Ticket(
        id=row.id,
        organisation_id=row.organisation_id,
        person_id=row.person_id,
        kind=TicketKind(row.kind),
        to=Role(row.to),
        content=row.content,
        opened_at=row.opened_at,
        state=TicketState(row.state),
        texts=row.texts,
        closed_at=row.closed_at,
        revision=row.revision,
        concern=Concern(row.receiver_id, row.turn_id, row.names_partner)
        if row.receiver_id
        else None,
    )
