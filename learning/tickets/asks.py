"""What one may ask of tickets. On which side of one the actor stands is looked up, not told."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.pushes.outcomes import NotWanted
from learning.tickets import outcomes as o
from learning.tickets.model import TicketKind

Written = o.NameAsked | o.TicketSent | o.TicketWritten | o.TicketGone | o.NobodyThere


@dataclass(frozen=True, slots=True)
class OpenTicket(Ask[o.TicketAsked | o.NobodyThere]):
    """ "I want a person", "something is wrong"."""

    right: ClassVar[Right] = Right.PERSON
    kind: TicketKind


@dataclass(frozen=True, slots=True)
class ReportMistake(Ask[o.TicketAsked | o.NobodyThere]):
    """In a card or question: `content` is its id, in two parts as buttons carry them."""

    right: ClassVar[Right] = Right.PERSON
    lesson: str
    part: str


@dataclass(frozen=True, slots=True)
class WriteTicket(Ask[Written]):
    """A typed text."""

    right: ClassVar[Right] = Right.PERSON
    ticket: int
    text: str


@dataclass(frozen=True, slots=True)
class SendTicket(Ask[Written]):
    """A draft as it is: a mistake may be reported without a word."""

    right: ClassVar[Right] = Right.PERSON
    ticket: int


@dataclass(frozen=True, slots=True)
class GiveName(Ask[Written]):
    """A typed text: the name under which others see its writer."""

    right: ClassVar[Right] = Right.PERSON
    ticket: int
    text: str


@dataclass(frozen=True, slots=True)
class StayNameless(Ask[Written]):
    right: ClassVar[Right] = Right.PERSON
    ticket: int


@dataclass(frozen=True, slots=True)
class DropTicket(Ask[o.TicketDropped | o.TicketGone]):
    """A draft is not sent."""

    right: ClassVar[Right] = Right.PERSON
    ticket: int


@dataclass(frozen=True, slots=True)
class AnswerTicket(Ask[o.TicketOpened | o.TicketGone]):
    """The button: what is typed next goes into this ticket."""

    right: ClassVar[Right] = Right.PERSON
    ticket: int


@dataclass(frozen=True, slots=True)
class CloseTicket(Ask[o.TicketClosed | o.TicketGone]):
    right: ClassVar[Right] = Right.PERSON
    ticket: int


@dataclass(frozen=True, slots=True)
class ShowTickets(Ask[o.TicketsShown]):
    """What waits for the actor's answer, later than the ticket `after`; None: from the oldest."""

    right: ClassVar[Right] = Right.PERSON
    after: int | None = None


@dataclass(frozen=True, slots=True)
class ShowReported(Ask[o.ReportedShown | o.TicketGone]):
    """The card or question that a report is about."""

    right: ClassVar[Right] = Right.PERSON
    ticket: int


@dataclass(frozen=True, slots=True)
class PrepareTicket(Ask[o.TicketArrived | NotWanted]):
    """What a push about a ticket says to who answers."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareReminder(Ask[o.TicketArrived | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareAnswer(Ask[o.AnswerArrived | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareEnd(Ask[o.TicketEnded]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
