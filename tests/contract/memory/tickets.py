"""Tickets and names in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from learning.account.model import Role
from learning.ask import Conflict
from learning.tickets.model import Side, Ticket, TicketKind, TicketState
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryTickets:
    state: State

    async def add(self, ticket: Ticket) -> Ticket:
        added = replace(ticket, id=next(self.state.ids))
        self.state.tickets[added.id] = added
        return added

    async def put(self, ticket: Ticket) -> None:
        before = self.state.tickets.get(ticket.id)
        if before is None or before.revision != ticket.revision - 1:
            raise Conflict
        self.state.tickets[ticket.id] = ticket

    async def get(self, id: int) -> Ticket | None:
        return self.state.tickets.get(id)

    async def drafts(self, person_id: int) -> Sequence[int]:
        return [
            ticket.id
            for ticket in self.state.tickets.values()
            if ticket.person_id == person_id and ticket.state is TicketState.DRAFT
        ]

    async def of_person(self, person_id: int) -> Sequence[Ticket]:
        return [
            ticket
            for ticket in self.state.tickets.values()
            if ticket.person_id == person_id and ticket.state is not TicketState.CLOSED
        ]

    async def waiting(
        self, organisation_id: int, to: Sequence[Role], after: int, limit: int
    ) -> Sequence[Ticket]:
        found = [
            ticket
            for id, ticket in sorted(self.state.tickets.items())
            if ticket.organisation_id == organisation_id
            and ticket.to in to
            and ticket.kind is not TicketKind.CONCERN
            and ticket.state in (TicketState.OPEN, TicketState.ANSWERED)
            and id > after
        ]
        return found[:limit]

    async def concerns(self, organisation_id: int) -> Sequence[Ticket]:
        return [
            ticket
            for _, ticket in sorted(self.state.tickets.items())
            if ticket.organisation_id == organisation_id
            and ticket.kind is TicketKind.CONCERN
            and ticket.state in (TicketState.OPEN, TicketState.ANSWERED)
        ]

    async def drop(self, id: int) -> None:
        self.state.ticket_texts.pop(id, None)
        self.state.tickets.pop(id, None)

    async def write(
        self, ticket: Ticket, author_id: int, text: str, side: Side, at: datetime
    ) -> None:
        before = self.state.ticket_texts.get(ticket.id, ())
        self.state.ticket_texts[ticket.id] = (*before, (side, text))

    async def wipe(self, id: int, at: datetime) -> None:
        self.state.ticket_texts.pop(id, None)
        self.state.tickets[id] = replace(self.state.tickets[id], concern=None)

    async def staff(self, organisation_id: int, role: Role) -> Sequence[int]:
        found = {
            member.person_id
            for member in self.state.memberships.values()
            if member.organisation.id == organisation_id and member.role in (role, Role.OWNER)
        }
        return sorted(id for id in found if self.state.persons[id].reachable)


@dataclass(frozen=True)
class MemoryNames:
    state: State

    async def is_settled(self, person_id: int) -> bool:
        return person_id in self.state.names

    async def is_named(self, person_id: int) -> bool:
        return self.state.names.get(person_id) is not None

    async def settle(self, person_id: int, name: str | None) -> None:
        self.state.names[person_id] = name
