"""What may be asked of announcements: always of the organisation that the actor acts for."""

from dataclasses import dataclass
from typing import ClassVar

from learning.announcements import outcomes as o
from learning.announcements.model import Dimension, FileKind, Timing
from learning.ask import Ask, Refused, Right

Composing = (
    o.TextAsked
    | o.OptionsAsked
    | o.FileAsked
    | o.DraftShown
    | o.BoardShown
    | o.AudienceShown
    | o.SavedShown
    | o.SavedNameAsked
    | o.TimingShown
    | o.MomentAsked
    | o.SendingOffered
    | o.NotSendable
    | o.ApprovalWanted
    | o.Planned
    | o.AnnouncementGone
)


@dataclass(frozen=True, slots=True)
class ShowAnnouncements(Ask[o.AnnouncementsShown]):
    right: ClassVar[Right] = Right.COORDINATOR


@dataclass(frozen=True, slots=True)
class WantSecondLook(Ask[o.AnnouncementsShown | o.SecondNeeded]):
    """Whether a second coordinator has to approve of each announcement."""

    right: ClassVar[Right] = Right.OWNER
    wanted: int


@dataclass(frozen=True, slots=True)
class BeginAnnouncement(Ask[o.TextAsked]):
    right: ClassVar[Right] = Right.COORDINATOR


@dataclass(frozen=True, slots=True)
class ShowAnnouncement(Ask[Composing]):
    """A draft to go on with, else how it stands."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class AskText(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    language: str


@dataclass(frozen=True, slots=True)
class AskOptions(Ask[Composing]):
    """A poll: what readers may choose from, in one language."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    language: str


@dataclass(frozen=True, slots=True)
class DropPoll(Ask[Composing]):
    """In all languages."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class AskFile(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class DropFile(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class DropVersion(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    language: str


@dataclass(frozen=True, slots=True)
class AnswerDraft(Ask[Composing]):
    """A typed text, for whatever the draft waits for; it may carry its formatting."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    text: str


@dataclass(frozen=True, slots=True)
class OfferAttachment(Ask[o.AttachmentWanted | o.AttachmentNotWanted]):
    """Somebody sent a picture or a file: does it go with an announcement?"""

    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class GiveFile(Ask[Composing]):
    """A picture or file that was sent in chat; what was written below it is the text."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    kind: FileKind
    file: str
    caption: str


@dataclass(frozen=True, slots=True)
class DropDraft(Ask[o.DraftDropped | o.BoardShown | o.AnnouncementGone]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class ShowAudience(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class ShowValues(Ask[Composing | o.ValuesShown]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    dimension: Dimension


@dataclass(frozen=True, slots=True)
class TurnValue(Ask[Composing | o.ValuesShown]):
    """Wanted, unwanted, or neither: one after the other. For progress the whole group."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    revision: int
    dimension: Dimension
    value: str


@dataclass(frozen=True, slots=True)
class ClearAudience(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class ShowSaved(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class UseSaved(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    saved: int


@dataclass(frozen=True, slots=True)
class ForgetSaved(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    saved: int


@dataclass(frozen=True, slots=True)
class AskSavedName(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class ShowTiming(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class ChooseTiming(Ask[Composing]):
    """Timing.AT asks for the moment."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    timing: Timing


@dataclass(frozen=True, slots=True)
class TurnUrgent(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    revision: int


@dataclass(frozen=True, slots=True)
class TurnRepeats(Ask[Composing]):
    """What becomes of a send whose answer was lost: left as it is, or sent once more."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    revision: int


@dataclass(frozen=True, slots=True)
class Preview(Ask[Composing | o.Previewed]):
    """`language` may be one that has no text of its own: then what its readers see instead."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    language: str


@dataclass(frozen=True, slots=True)
class SendToMe(Ask[Composing | o.SentToMe]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class OfferSending(Ask[Composing]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class AskApproval(Ask[Composing | o.ApprovalAsked | o.SecondNeeded]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    revision: int


@dataclass(frozen=True, slots=True)
class Approve(Ask[o.BoardShown | o.NotSendable | o.AnnouncementGone | Refused]):
    """By another coordinator than the one who wrote it."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    revision: int


@dataclass(frozen=True, slots=True)
class SendBack(Ask[Composing]):
    """Not approved of, or taken back before it began: a draft again."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
    revision: int
