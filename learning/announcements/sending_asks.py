"""What may be asked of an announcement that is on its way, or was sent."""

from dataclasses import dataclass
from typing import ClassVar

from learning.announcements import outcomes as o
from learning.announcements.asks import Composing
from learning.ask import Ask, Right


@dataclass(frozen=True, slots=True)
class ShowBoard(Ask[o.BoardShown | o.AnnouncementGone]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class PauseSending(Ask[o.BoardShown | o.AnnouncementGone]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class ResumeSending(Ask[o.BoardShown | o.AnnouncementGone]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class OfferCancel(Ask[o.CancelOffered | o.BoardShown | o.AnnouncementGone]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class CancelSending(Ask[o.BoardShown | o.AnnouncementGone]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class ReportAnnouncement(Ask[o.AnnouncementReported | o.AnnouncementGone]):
    """As a workbook."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class CorrectAnnouncement(Ask[o.TextAsked | o.BoardShown | o.AnnouncementGone]):
    """A new announcement to those who got this one."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class EditSent(Ask[Composing]):
    """The messages that were sent shall read otherwise."""

    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class OfferDeletion(Ask[o.DeletionOffered | o.BoardShown | o.AnnouncementGone]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int


@dataclass(frozen=True, slots=True)
class DeleteSent(Ask[o.Planned | o.BoardShown | o.AnnouncementGone]):
    right: ClassVar[Right] = Right.COORDINATOR
    announcement: int
