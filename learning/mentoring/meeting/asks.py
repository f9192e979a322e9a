"""What may be asked about meetings. Every turn and meeting named here must be the actor's own."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from learning.ask import Ask, Right
from learning.mentoring.meeting import outcomes as o
from learning.mentoring.meeting.model import Met
from learning.mentoring.outcomes import NoTurn, TurnGone, TurnsShown
from learning.pushes.outcomes import NotWanted

Looking = o.MeetingShown | TurnGone
Proposing = o.DaysOffered | o.HoursOffered | Looking
Telling = o.MeetingTold | Looking


@dataclass(frozen=True, slots=True)
class FindMeeting(Ask[Looking | TurnsShown | NoTurn]):
    """In words: when do we meet?"""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowMeeting(Ask[Looking]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class ProposeMeeting(Ask[Proposing]):
    """Begins or goes on; what was sent stays as it is."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class ProposeOthers(Ask[Proposing]):
    """Other times than those that stand: a counter-proposal, or a move."""

    right: ClassVar[Right] = Right.PERSON
    meeting: int
    revision: int


@dataclass(frozen=True, slots=True)
class ChooseDay(Ask[Proposing]):
    right: ClassVar[Right] = Right.PERSON
    meeting: int
    day: date


@dataclass(frozen=True, slots=True)
class AddSlot(Ask[Proposing]):
    """By the actor's clock."""

    right: ClassVar[Right] = Right.PERSON
    meeting: int
    day: date
    at: time


@dataclass(frozen=True, slots=True)
class DropSlot(Ask[Looking]):
    right: ClassVar[Right] = Right.PERSON
    meeting: int
    revision: int
    number: int


@dataclass(frozen=True, slots=True)
class SendProposal(Ask[Looking]):
    right: ClassVar[Right] = Right.PERSON
    meeting: int
    revision: int


@dataclass(frozen=True, slots=True)
class PickSlot(Ask[Telling]):
    right: ClassVar[Right] = Right.PERSON
    meeting: int
    revision: int
    number: int


@dataclass(frozen=True, slots=True)
class LeaveAsItWas(Ask[Looking]):
    """Takes a proposal away, one's own or the other's; a settled time holds."""

    right: ClassVar[Right] = Right.PERSON
    meeting: int
    revision: int


@dataclass(frozen=True, slots=True)
class OfferMeetingOff(Ask[o.MeetingOffOffered | Looking]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class CallMeetingOff(Ask[Telling]):
    right: ClassVar[Right] = Right.PERSON
    meeting: int
    revision: int


@dataclass(frozen=True, slots=True)
class GiveMeetingFile(Ask[Telling]):
    """For the calendar; of an ended turn one that takes it out again."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class AskPlace(Ask[o.PlaceAsked | Looking]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class TypePlace(Ask[o.PlaceAsked | Telling]):
    """A typed text."""

    right: ClassVar[Right] = Right.PERSON
    meeting: int
    text: str


@dataclass(frozen=True, slots=True)
class SayMet(Ask[o.MetNoted | Looking]):
    right: ClassVar[Right] = Right.PERSON
    meeting: int
    met: Met


@dataclass(frozen=True, slots=True)
class SayMeetingFit(Ask[o.MeetingFitNoted | Looking]):
    right: ClassVar[Right] = Right.PERSON
    meeting: int
    fit: str


@dataclass(frozen=True, slots=True)
class OfferTopics(Ask[o.TopicsOffered | Looking]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class TurnTopic(Ask[o.TopicsOffered | Looking]):
    """Ticks it, or takes the tick away."""

    right: ClassVar[Right] = Right.PERSON
    turn: int
    topic: str


@dataclass(frozen=True, slots=True)
class PrepareMeetingProposed(Ask[o.MeetingShown | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareMeetingNews(Ask[o.MeetingTold | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareMeetingsOfDay(Ask[o.MeetingsReminded | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareMeetingSoon(Ask[o.MeetingSoon | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareMet(Ask[o.MetAsked | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareMeetingsWanted(Ask[o.MeetingsWanted | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
