"""What is true after an act on a ticket. Its words are read at the moment of speaking."""

from dataclasses import dataclass

from learning.account.model import Role
from learning.tickets.model import Side, TicketKind


@dataclass(frozen=True, slots=True)
class TicketAsked:
    """The person may write now; `organisation`'s people with the role `to` will read it."""

    ticket: int
    kind: TicketKind
    organisation: str
    to: Role


@dataclass(frozen=True, slots=True)
class NobodyThere:
    """Nobody of an organisation could read it: the operator's contact is shown."""

    kind: TicketKind


@dataclass(frozen=True, slots=True)
class NameAsked:
    """Somebody is about to see who wrote; under which name? `unreadable`: that was none."""

    ticket: int
    organisation: str
    to: Role
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class TicketSent:
    ticket: int
    organisation: str
    to: Role


@dataclass(frozen=True, slots=True)
class TicketDropped:
    """Not sent, nothing kept."""


@dataclass(frozen=True, slots=True)
class TicketGone:
    """Closed, erased, or none of the actor's."""


@dataclass(frozen=True, slots=True)
class TicketOpened:
    """The talk so far, and the next text typed goes into it."""

    ticket: int
    side: Side


@dataclass(frozen=True, slots=True)
class TicketWritten:
    """The text is on its way to the other side."""

    ticket: int
    side: Side


@dataclass(frozen=True, slots=True)
class TicketClosed:
    """Every word of it is wiped."""


@dataclass(frozen=True, slots=True)
class TicketArrived:
    """For who answers: somebody wrote; `reminded`: and has waited for two working days."""

    ticket: int
    kind: TicketKind
    content: str | None
    reminded: bool


@dataclass(frozen=True, slots=True)
class AnswerArrived:
    """For who asked."""

    ticket: int


@dataclass(frozen=True, slots=True)
class TicketEnded:
    """For the other side: it was closed."""

    ticket: int
