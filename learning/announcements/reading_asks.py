"""What readers ask, and what the clock asks about them."""

from dataclasses import dataclass
from typing import ClassVar

from learning.announcements import outcomes as o
from learning.ask import Ask, Right
from learning.pushes.outcomes import NotWanted, PutOff, Removed


@dataclass(frozen=True, slots=True)
class StopAnnouncements(Ask[o.AnnouncementsStopped]):
    """Honoured at once, also by what is queued."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class TakeAnnouncements(Ask[o.AnnouncementsTaken]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowNews(Ask[o.NewsShown]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class Vote(Ask[o.Voted | o.NotSentYet | o.AnnouncementGone]):
    right: ClassVar[Right] = Right.PERSON
    announcement: int
    option: int


@dataclass(frozen=True, slots=True)
class SpreadAnnouncements(Ask[o.Spread]):
    """Writes up to `limit` rows of the ledger, and ends what is over."""

    right: ClassVar[Right] = Right.CLOCK
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class PrepareAnnouncement(Ask[o.AnnouncementArrived | NotWanted | PutOff]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareChange(Ask[o.AnnouncementEdited | Removed | NotWanted | PutOff]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareApproval(Ask[o.ApprovalWanted | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareBoard(Ask[o.BoardShown | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
