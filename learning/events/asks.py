"""What may be asked of events."""

from dataclasses import dataclass
from typing import ClassVar

from learning.announcements.outcomes import DraftShown
from learning.ask import Ask, Right
from learning.events import outcomes as o
from learning.events.model import EventKind, Field
from learning.pushes.outcomes import NotWanted
from learning.reports.model import Form

Making = o.FieldAsked | o.EventDraftShown | o.EventGone
Looking = o.EventShown | o.EventGone


@dataclass(frozen=True, slots=True)
class ShowEvents(Ask[o.EventsShown]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowEvent(Ask[Looking]):
    right: ClassVar[Right] = Right.PERSON
    event: int


@dataclass(frozen=True, slots=True)
class Register(Ask[o.Registered | o.WaitingListed | o.RegistrationClosed | o.EventGone]):
    right: ClassVar[Right] = Right.PERSON
    event: int


@dataclass(frozen=True, slots=True)
class CancelRegistration(Ask[o.RegistrationCancelled | Looking]):
    right: ClassVar[Right] = Right.PERSON
    event: int


@dataclass(frozen=True, slots=True)
class SayLate(Ask[o.LateNoted | Looking]):
    """Running late, but coming."""

    right: ClassVar[Right] = Right.PERSON
    event: int


@dataclass(frozen=True, slots=True)
class AskAttendance(Ask[o.AttendanceAsked | o.NotItsTime | o.EventGone]):
    right: ClassVar[Right] = Right.PERSON
    event: int


@dataclass(frozen=True, slots=True)
class TypeAttendance(Ask[o.Attended | o.AttendanceAsked | o.NotItsTime | o.EventGone]):
    """A typed text: the code shown at the event."""

    right: ClassVar[Right] = Right.PERSON
    event: int
    text: str


@dataclass(frozen=True, slots=True)
class AttendByCode(Ask[o.Attended | o.NotItsTime | o.EventGone]):
    """The QR code shown at the event was scanned."""

    right: ClassVar[Right] = Right.PERSON
    code: str


@dataclass(frozen=True, slots=True)
class GiveFeedback(Ask[o.QuestionPut | o.FeedbackGiven | o.EventGone]):
    right: ClassVar[Right] = Right.PERSON
    event: int
    question: int
    answer: int


@dataclass(frozen=True, slots=True)
class BeginEvent(Ask[o.FieldAsked]):
    right: ClassVar[Right] = Right.COORDINATOR


@dataclass(frozen=True, slots=True)
class ShowEventDraft(Ask[Making]):
    right: ClassVar[Right] = Right.COORDINATOR
    event: int


@dataclass(frozen=True, slots=True)
class ChooseKind(Ask[Making]):
    right: ClassVar[Right] = Right.COORDINATOR
    event: int
    kind: EventKind


@dataclass(frozen=True, slots=True)
class AskField(Ask[Making]):
    """`language` is that of a title."""

    right: ClassVar[Right] = Right.COORDINATOR
    event: int
    field: Field
    language: str


@dataclass(frozen=True, slots=True)
class AnswerField(Ask[Making]):
    """A typed text."""

    right: ClassVar[Right] = Right.COORDINATOR
    event: int
    text: str


@dataclass(frozen=True, slots=True)
class OpenEvent(Ask[Making]):
    """From now on people may register."""

    right: ClassVar[Right] = Right.COORDINATOR
    event: int


@dataclass(frozen=True, slots=True)
class DropEvent(Ask[o.EventDropped | Making]):
    right: ClassVar[Right] = Right.COORDINATOR
    event: int


@dataclass(frozen=True, slots=True)
class AnnounceEvent(Ask[DraftShown | Making]):
    """An announcement that brings the event and its button."""

    right: ClassVar[Right] = Right.COORDINATOR
    event: int


@dataclass(frozen=True, slots=True)
class OfferEventCancel(Ask[o.EventCancelOffered | Making]):
    right: ClassVar[Right] = Right.COORDINATOR
    event: int


@dataclass(frozen=True, slots=True)
class CancelEvent(Ask[o.EventCancelled | Making]):
    right: ClassVar[Right] = Right.COORDINATOR
    event: int


@dataclass(frozen=True, slots=True)
class ShowAttendanceCode(Ask[o.AttendanceCodeShown | Making]):
    right: ClassVar[Right] = Right.COORDINATOR
    event: int


@dataclass(frozen=True, slots=True)
class FindSeat(Ask[Looking | o.EventsShown]):
    """Somebody wants to register: shows the event where there is only one, else all."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class FindMine(Ask[Looking | o.EventsShown]):
    """Somebody can't come: shows the event where they are registered for only one, else all."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ManageEvents(Ask[o.EventsManaged]):
    """The organisation's events, those that are over too, and one's own drafts."""

    right: ClassVar[Right] = Right.COORDINATOR


@dataclass(frozen=True, slots=True)
class ReportEvent(Ask[o.EventReported | Making]):
    right: ClassVar[Right] = Right.COORDINATOR
    event: int
    form: Form


@dataclass(frozen=True, slots=True)
class PrepareEventReminder(Ask[o.EventReminded | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareEventSoon(Ask[o.EventReminded | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareEventNews(Ask[o.EventMoved | o.EventCalledOff | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareSeat(Ask[o.SeatGiven | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareFeedback(Ask[o.QuestionPut | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareRecording(Ask[o.RecordingArrived | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareMaterials(Ask[o.MaterialsArrived | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
