"""What is true after an act on an announcement. Its words are read at the moment of speaking."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from learning.announcements.model import Dimension, Problem


class CountProblem(StrEnum):
    NOBODY = "nobody"
    TOO_FEW = "too_few"  # or a cell it could be compared with is


@dataclass(frozen=True, slots=True)
class Told:
    """What a coordinator is told. `at_least`: `people` is a lower bound, and nothing is said of
    who can't be reached. `problem`: nothing may be sent, and no number is told."""

    people: int
    at_least: bool = False
    blocked: int = 0
    opted_out: int = 0
    problem: CountProblem | None = None


@dataclass(frozen=True, slots=True)
class AnnouncementsShown:
    """The organisation's latest ones, as `person` may see them. `owner` may change whether a
    `second` look is wanted."""

    organisation: int
    second: bool
    owner: bool
    person: int = 0


@dataclass(frozen=True, slots=True)
class TextAsked:
    announcement: int
    revision: int
    language: str


@dataclass(frozen=True, slots=True)
class OptionsAsked:
    """The answers that readers may choose from, one a line, as many and in the same order in each
    language; `unreadable`: those were none."""

    announcement: int
    revision: int
    language: str
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class FileAsked:
    announcement: int
    revision: int


@dataclass(frozen=True, slots=True)
class DraftShown:
    announcement: int
    told: Told
    problems: tuple[tuple[Problem, str], ...]


@dataclass(frozen=True, slots=True)
class DraftDropped:
    pass


@dataclass(frozen=True, slots=True)
class AnnouncementGone:
    """Dropped, or none of the actor's organisation."""


@dataclass(frozen=True, slots=True)
class AttachmentWanted:
    """A file from this person goes with the announcement; nothing is said."""

    announcement: int


@dataclass(frozen=True, slots=True)
class AttachmentNotWanted:
    """Nothing is said of that."""


@dataclass(frozen=True, slots=True)
class AudienceShown:
    """`filters`: those by which it can be narrowed, or is."""

    announcement: int
    revision: int
    told: Told
    filters: tuple[Dimension, ...] = tuple(Dimension)


@dataclass(frozen=True, slots=True)
class ValueChoice:
    """`name` is a department's; others are named by the screen."""

    value: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ValuesShown:
    """`groups` holds the choices that go together, one button each."""

    announcement: int
    revision: int
    dimension: Dimension
    groups: tuple[tuple[ValueChoice, ...], ...]
    told: Told


@dataclass(frozen=True, slots=True)
class SavedShown:
    announcement: int
    revision: int
    saved: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class SavedNameAsked:
    announcement: int
    revision: int


@dataclass(frozen=True, slots=True)
class TimingShown:
    """`late` would get it too late; None where that would tell on somebody."""

    announcement: int
    late: int | None


@dataclass(frozen=True, slots=True)
class MomentAsked:
    """`unreadable`: that was no moment, or a past one. `zone` is the organisation's."""

    announcement: int
    revision: int
    zone: str
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Previewed:
    announcement: int
    language: str


@dataclass(frozen=True, slots=True)
class SentToMe:
    announcement: int


@dataclass(frozen=True, slots=True)
class SendingOffered:
    """The last look. `second`: another coordinator is asked; else the number is typed back."""

    announcement: int
    revision: int
    told: Told
    late: int | None
    second: bool
    mistyped: bool = False


@dataclass(frozen=True, slots=True)
class NotSendable:
    announcement: int
    told: Told
    problems: tuple[tuple[Problem, str], ...]


@dataclass(frozen=True, slots=True)
class ApprovalAsked:
    announcement: int


@dataclass(frozen=True, slots=True)
class SecondNeeded:
    """There is only one coordinator: a second look can't be had."""


@dataclass(frozen=True, slots=True)
class Planned:
    announcement: int
    begins_at: datetime


@dataclass(frozen=True, slots=True)
class BoardShown:
    """How the sending stands; read at the moment of speaking."""

    announcement: int


@dataclass(frozen=True, slots=True)
class AnnouncementReported:
    announcement: int


@dataclass(frozen=True, slots=True)
class CancelOffered:
    announcement: int
    revision: int


@dataclass(frozen=True, slots=True)
class DeletionOffered:
    """`beyond` of those who got it got it too long ago for it to be deleted."""

    announcement: int
    within: int
    beyond: int


@dataclass(frozen=True, slots=True)
class AnnouncementArrived:
    """For a reader."""

    announcement: int


@dataclass(frozen=True, slots=True)
class AnnouncementEdited:
    """For a reader: what they got as `message` reads otherwise now."""

    announcement: int
    message: int


@dataclass(frozen=True, slots=True)
class ApprovalWanted:
    """For a second coordinator: `told` is how many it would reach."""

    announcement: int
    revision: int
    told: Told


@dataclass(frozen=True, slots=True)
class AnnouncementsStopped:
    pass


@dataclass(frozen=True, slots=True)
class AnnouncementsTaken:
    """They come again."""


@dataclass(frozen=True, slots=True)
class NewsShown:
    stopped: bool


@dataclass(frozen=True, slots=True)
class Voted:
    announcement: int
    option: int


@dataclass(frozen=True, slots=True)
class NotSentYet:
    """A button of a preview was pressed."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What the clock did: `rows` of people were written; `more`: there is more to do."""

    more: bool
