"""What is true after an act on an event. Its words are read at the moment of speaking."""

from dataclasses import dataclass
from datetime import datetime

from learning.events.model import Field, Seat
from learning.reports.model import Form


@dataclass(frozen=True, slots=True)
class EventsShown:
    """`person` is whose; `coordinates`: they may make new ones of `organisation`."""

    person: int
    at: datetime
    organisation: int | None


@dataclass(frozen=True, slots=True)
class EventShown:
    """For somebody who may come. `over`: it has ended. `coordinates`: they may manage it."""

    event: int
    seat: Seat | None
    takes: bool
    now: bool
    attended: bool
    late: bool = False
    over: bool = False
    coordinates: bool = False


@dataclass(frozen=True, slots=True)
class Registered:
    event: int


@dataclass(frozen=True, slots=True)
class WaitingListed:
    event: int


@dataclass(frozen=True, slots=True)
class RegistrationCancelled:
    """`waited`: for a seat that they never had."""

    event: int
    waited: bool = False


@dataclass(frozen=True, slots=True)
class RegistrationClosed:
    """Too late, or the event was cancelled."""

    event: int


@dataclass(frozen=True, slots=True)
class LateNoted:
    event: int


@dataclass(frozen=True, slots=True)
class EventGone:
    """Not there any more, or none of the actor's organisations."""


@dataclass(frozen=True, slots=True)
class FieldAsked:
    event: int
    revision: int
    field: Field
    language: str
    zone: str
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class EventDraftShown:
    """For its coordinator, before or after it was opened."""

    event: int


@dataclass(frozen=True, slots=True)
class EventsManaged:
    """For a coordinator: the events of `organisation`, and the drafts of `person`."""

    organisation: int
    person: int


@dataclass(frozen=True, slots=True)
class EventReported:
    event: int
    form: Form


@dataclass(frozen=True, slots=True)
class EventDropped:
    pass


@dataclass(frozen=True, slots=True)
class EventCancelOffered:
    event: int
    registered: int


@dataclass(frozen=True, slots=True)
class EventCancelled:
    event: int
    registered: int


@dataclass(frozen=True, slots=True)
class AttendanceCodeShown:
    event: int


@dataclass(frozen=True, slots=True)
class AttendanceAsked:
    """The code shown at the event may be typed now."""

    event: int
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Attended:
    """`again`: it was noted before."""

    event: int
    again: bool


@dataclass(frozen=True, slots=True)
class NotItsTime:
    event: int


@dataclass(frozen=True, slots=True)
class QuestionPut:
    """After the event, one of three."""

    event: int
    question: int


@dataclass(frozen=True, slots=True)
class FeedbackGiven:
    event: int


@dataclass(frozen=True, slots=True)
class EventReminded:
    """`soon`: it begins in a quarter of an hour."""

    event: int
    soon: bool


@dataclass(frozen=True, slots=True)
class EventMoved:
    event: int


@dataclass(frozen=True, slots=True)
class EventCalledOff:
    event: int


@dataclass(frozen=True, slots=True)
class SeatGiven:
    """From the waiting list."""

    event: int


@dataclass(frozen=True, slots=True)
class RecordingArrived:
    event: int


@dataclass(frozen=True, slots=True)
class MaterialsArrived:
    event: int
