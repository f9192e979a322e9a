"""A ticket: somebody writes to a person at the other end, who answers through the bot."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from learning.account.model import Actor, Role


class TicketKind(StrEnum):
    PERSON = "person"  # "I want a person"
    PROBLEM = "problem"  # "something is wrong"
    MISTAKE = "mistake"  # in a card or question
    CONCERN = "concern"  # about one's mentoring, to one person of one's choice


class TicketState(StrEnum):
    DRAFT = "draft"  # not sent yet: its text or the writer's name is still asked for
    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Side(StrEnum):
    ASKER = "asker"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Concern:
    """Who alone receives it, of which turn of mentoring it is, and whether its author chose to say
    who the other one of the pair is."""

    receiver_id: int
    turn_id: int
    names_partner: bool = False


@dataclass(frozen=True, slots=True)
class Ticket:
    """`to` is the role that answers in the organisation; `texts` counts those written, which are
    kept apart and sealed; `content` is the card or question that a mistake was found in. A
    `concern` is there as long as the ticket is not closed.
    """

    id: int
    organisation_id: int
    person_id: int
    kind: TicketKind
    to: Role
    content: str | None
    opened_at: datetime
    state: TicketState = TicketState.DRAFT
    texts: int = 0
    closed_at: datetime | None = None
    revision: int = 0
    concern: Concern | None = None

    def changed(self, **fields: Any) -> "Ticket":
        return replace(self, revision=self.revision + 1, **fields)

    def side_of(self, actor: Actor) -> Side | None:
        """On which side of it the actor stands; None: it is none of theirs."""
        if actor.person is not None and actor.person.id == self.person_id:
            return Side.ASKER
        if not self.is_for(actor.person.id if actor.person else 0):
            return None
        roles = actor.roles_in(self.organisation_id)
        sent = self.state is not TicketState.DRAFT
        return Side.STAFF if sent and roles & {self.to, Role.OWNER} else None

    def is_for(self, person_id: int) -> bool:
        """A concern is for nobody but who was chosen, whoever else has the role."""
        if self.kind is not TicketKind.CONCERN:
            return True
        return self.concern is not None and self.concern.receiver_id == person_id
