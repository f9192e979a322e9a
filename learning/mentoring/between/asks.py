"""What the two may ask about writing to each other. Every turn named here must be the actor's."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.mentoring.between import outcomes as o
from learning.mentoring.outcomes import TurnGone, TurnShown
from learning.pushes.outcomes import NotWanted

Elsewhere = TurnShown | TurnGone
Sharing = o.UsernamesShown | Elsewhere


@dataclass(frozen=True, slots=True)
class OpenMessage(Ask[o.MessageAsked | Elsewhere]):
    """What the two wrote last, and what is typed next goes to the other one."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class WriteMessage(Ask[o.MessageAsked | o.MessageSent | Elsewhere]):
    """A typed text."""

    right: ClassVar[Right] = Right.PERSON
    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class LeaveMessage(Ask[Elsewhere]):
    """Not now: what is typed next goes nowhere."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class ShowUsernames(Ask[Sharing]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class ShareUsername(Ask[Sharing]):
    """One's own, or no longer."""

    right: ClassVar[Right] = Right.PERSON
    turn: int
    yes: bool


@dataclass(frozen=True, slots=True)
class PrepareMessage(Ask[o.MessageArrived | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareUsernames(Ask[o.UsernamesShown | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
