"""What is true after an act on a ticket. Its words are read at the moment of speaking."""

from dataclasses import dataclass
from datetime import datetime

from learning.account.model import Role
from learning.tickets.model import Side, TicketKind, TicketState


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
    """Somebody is about to see who wrote; under which name? `unreadable`: that was none.
    `chosen`: one person alone will read it."""

    ticket: int
    organisation: str
    to: Role
    unreadable: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class TicketSent:
    ticket: int
    organisation: str
    to: Role
    chosen: bool = False


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
    """Every word of it is wiped. `side` is that of who closed it."""

    side: Side = Side.ASKER


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
    """For the other side: it was closed; `nobody` is left who could have answered."""

    ticket: int
    nobody: bool = False


@dataclass(frozen=True, slots=True)
class TicketFacts:
    id: int
    kind: TicketKind
    state: TicketState
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class TicketsShown:
    """The oldest first; `later` is where the next page begins. `organisation` is None for who
    answers nowhere."""

    organisation: str | None
    tickets: tuple[TicketFacts, ...]
    later: int | None


@dataclass(frozen=True, slots=True)
class ReportedShown:
    """`content` is the id of the card or question."""

    ticket: int
    content: str
