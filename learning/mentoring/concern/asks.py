"""What may be asked about a private concern. Turns and tickets named here must be the actor's."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.mentoring.concern import outcomes as o
from learning.mentoring.outcomes import TurnGone

Raising = o.ReceiversOffered | o.ConcernShown | TurnGone


@dataclass(frozen=True, slots=True)
class RaiseConcern(Ask[o.ReceiversOffered | TurnGone]):
    """Whom may it reach?"""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class ChooseReceiver(Ask[Raising]):
    """A draft begins; nothing is passed on yet."""

    right: ClassVar[Right] = Right.PERSON
    turn: int
    receiver: int


@dataclass(frozen=True, slots=True)
class NamePartner(Ask[Raising]):
    """Whether the draft says who the other one of the pair is."""

    right: ClassVar[Right] = Right.PERSON
    ticket: int
    revision: int
    yes: bool


@dataclass(frozen=True, slots=True)
class AskConcernText(Ask[o.ConcernTextAsked | Raising]):
    right: ClassVar[Right] = Right.PERSON
    ticket: int


@dataclass(frozen=True, slots=True)
class TypeConcern(Ask[o.ConcernTextAsked | Raising]):
    """A typed text: it stands in the draft, in the place of the one before."""

    right: ClassVar[Right] = Right.PERSON
    ticket: int
    text: str


@dataclass(frozen=True, slots=True)
class LeaveTextOut(Ask[Raising]):
    right: ClassVar[Right] = Right.PERSON
    ticket: int


@dataclass(frozen=True, slots=True)
class NoteConcern(Ask[o.NoteAsked | TurnGone]):
    """For nobody but oneself."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class TypeNote(Ask[o.NoteAsked | o.ConcernNoted | TurnGone]):
    """A typed text."""

    right: ClassVar[Right] = Right.PERSON
    turn: int
    text: str
