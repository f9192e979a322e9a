"""What one may ask of one's account."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from learning.account import outcomes as o
from learning.account.model import PauseScope
from learning.ask import Ask, Right


@dataclass(frozen=True, slots=True)
class Arrive(
    Ask[o.Welcomed | o.WelcomedAgain | o.MoveOffered | o.PhoneMoveOffered | o.PhoneMoveRefused]
):
    """/start, with the code of a deep link if there is one.

    `language` is the messenger's language code, as it came.
    """

    right: ClassVar[Right] = Right.ANYONE
    code: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class ConfirmMove(Ask[o.Moved | o.MoveRefused]):
    """Take the membership to where `code` leads."""

    right: ClassVar[Right] = Right.PERSON
    code: str


@dataclass(frozen=True, slots=True)
class OfferLeave(Ask[o.LeaveOffered | o.NothingToLeave]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class Leave(Ask[o.Left | o.LeaveOffered | o.NothingToLeave]):
    """`standing` is the actor's when the button was made."""

    right: ClassVar[Right] = Right.PERSON
    standing: int


@dataclass(frozen=True, slots=True)
class OfferPhoneMove(Ask[o.PhoneMoveBegun]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class MovePhone(Ask[o.PhoneMoved | o.PhoneMoveRefused]):
    """Become, on this account, the person who asked for `code` on another."""

    right: ClassVar[Right] = Right.ANYONE
    code: str


@dataclass(frozen=True, slots=True)
class ShowDefaults(Ask[o.DefaultsShown | o.SettingsShown]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowSettings(Ask[o.DefaultsShown | o.SettingsShown]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowChoices(Ask[o.ChoicesShown]):
    right: ClassVar[Right] = Right.PERSON
    field: o.Field


@dataclass(frozen=True, slots=True)
class ChooseSetting(Ask[o.SettingChanged | o.SettingRefused]):
    """`value` by field: hour "0930", weekdays one digit to toggle (0 is Monday), sector an id
    or "any", zone an IANA name, language a code."""

    right: ClassVar[Right] = Right.PERSON
    field: o.Field
    value: str


@dataclass(frozen=True, slots=True)
class OfferTime(Ask[o.TimeOffered | o.TimeRefused]):
    """Hour and days as they were understood; None leaves the one or the other as it is."""

    right: ClassVar[Right] = Right.PERSON
    at: time | None
    weekdays: frozenset[int] | None


@dataclass(frozen=True, slots=True)
class ChangeTime(Ask[o.TimeChanged | o.TimeRefused]):
    """Both at once; `weekdays` are those wanted, 0 is Monday."""

    right: ClassVar[Right] = Right.PERSON
    at: time | None
    weekdays: frozenset[int] | None


@dataclass(frozen=True, slots=True)
class OfferPauseUntil(Ask[o.PauseUntilOffered | o.PauseEndOffered]):
    """`until` is the local day on which lessons shall begin again."""

    right: ClassVar[Right] = Right.PERSON
    until: date


@dataclass(frozen=True, slots=True)
class PauseUntil(Ask[o.Paused | o.PauseEndOffered]):
    right: ClassVar[Right] = Right.PERSON
    scope: PauseScope
    until: date


@dataclass(frozen=True, slots=True)
class OfferPause(Ask[o.PauseOffered]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class OfferPauseEnd(Ask[o.PauseEndOffered]):
    right: ClassVar[Right] = Right.PERSON
    scope: PauseScope


@dataclass(frozen=True, slots=True)
class Pause(Ask[o.Paused]):
    """For `days` local days from today, or until the person resumes."""

    right: ClassVar[Right] = Right.PERSON
    scope: PauseScope
    days: int | None


@dataclass(frozen=True, slots=True)
class Resume(Ask[o.Resumed]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class OfferSnooze(Ask[o.SnoozeOffered | o.Paused | o.DefaultsShown]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class Snooze(Ask[o.Snoozed | o.Paused | o.DefaultsShown]):
    """Offer the lesson again in `minutes`."""

    right: ClassVar[Right] = Right.PERSON
    minutes: int


@dataclass(frozen=True, slots=True)
class ShowHelp(Ask[o.HelpShown]):
    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class ShowAbout(Ask[o.AboutShown]):
    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class ShowNotice(Ask[o.NoticeShown]):
    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class SendSomethingElse(Ask[o.OnlyText]):
    """A photo, sticker, voice or video message, a contact, a place …"""

    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class EditMessage(Ask[o.EditSeen]):
    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class SpeakInGroup(Ask[o.PrivateOnly]):
    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class PressOutdated(Ask[o.ButtonOutdated]):
    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class ComeBack(Ask[None]):
    """The messenger says that the person let the bot in again; nothing is answered."""

    right: ClassVar[Right] = Right.ANYONE
