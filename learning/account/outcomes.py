"""What is true after an act on one's account."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from learning.account.model import PauseScope, Role


class CodeProblem(StrEnum):
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED_UP = "used_up"
    REVOKED = "revoked"


class Field(StrEnum):
    """What a learner may set."""

    HOUR = "hour"
    WEEKDAYS = "weekdays"
    SECTOR = "sector"
    ZONE = "zone"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Settings:
    """A learner's settings as they stand; `opens`, `closes` and `allowed` bound hour and days.

    `next_at` is None before Start, while paused and after the course.
    """

    language: str
    zone: str
    lesson_time: time
    weekdays: frozenset[int]
    sector: str | None
    organisation: str | None
    opens: time
    closes: time
    allowed: frozenset[int]
    begun: bool
    paused: PauseScope | None
    paused_until: date | None
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Welcomed:
    """A first or another /start, before the course is begun: the notice is shown.

    `joined` names the organisation that a code just opened.
    """

    joined: str | None
    problem: CodeProblem | None


@dataclass(frozen=True, slots=True)
class WelcomedAgain:
    """/start by somebody who has begun: what they can do now."""

    joined: str | None
    problem: CodeProblem | None
    paused: bool


@dataclass(frozen=True, slots=True)
class MoveOffered:
    """A second code, of another organisation or department: shall the membership move?

    `code` is the code's id; the code itself is a secret, read when this is spoken.
    """

    code: int
    organisation: str
    department: str | None
    to_organisation: str
    to_department: str | None


@dataclass(frozen=True, slots=True)
class Moved:
    organisation: str
    department: str | None


@dataclass(frozen=True, slots=True)
class MoveRefused:
    """The code was no longer good when the move was confirmed; nothing changed."""

    problem: CodeProblem


@dataclass(frozen=True, slots=True)
class LeaveOffered:
    """`standing` is what the button to confirm carries."""

    standing: int
    organisation: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Left:
    """Membership and roles are over; what was learned stays."""

    organisation: str


@dataclass(frozen=True, slots=True)
class NothingToLeave:
    pass


@dataclass(frozen=True, slots=True)
class PhoneMoveBegun:
    """On the old phone: a code is there until then. It is a secret, read when this is spoken."""

    person: int
    until: datetime


class PhoneMoveProblem(StrEnum):
    GONE = "gone"  # unknown, used or too old
    SAME_PHONE = "same_phone"
    OWN_PROGRESS = "own_progress"  # somebody learns on this account already


@dataclass(frozen=True, slots=True)
class PhoneMoveOffered:
    """On the new phone: shall `person` go on here?"""

    person: int


@dataclass(frozen=True, slots=True)
class PhoneMoved:
    """The person is here now; their old account is a stranger."""


@dataclass(frozen=True, slots=True)
class PhoneMoveRefused:
    problem: PhoneMoveProblem


@dataclass(frozen=True, slots=True)
class DefaultsShown:
    settings: Settings


@dataclass(frozen=True, slots=True)
class SettingsShown:
    settings: Settings


@dataclass(frozen=True, slots=True)
class ChoicesShown:
    """One setting, with the values to choose from."""

    field: Field
    settings: Settings


@dataclass(frozen=True, slots=True)
class SettingChanged:
    field: Field
    settings: Settings


@dataclass(frozen=True, slots=True)
class SettingRefused:
    """The value is not one that may be chosen; nothing changed."""

    field: Field
    settings: Settings


@dataclass(frozen=True, slots=True)
class TimeOffered:
    """Is that the hour, are those the days? Nothing is changed yet."""

    at: time
    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class TimeChanged:
    settings: Settings


@dataclass(frozen=True, slots=True)
class TimeRefused:
    """Outside what `settings` allow: the hour `at`, or some of `weekdays`; nothing changed."""

    at: time | None
    weekdays: frozenset[int] | None
    settings: Settings


@dataclass(frozen=True, slots=True)
class PauseUntilOffered:
    """Is that the day on which lessons shall begin again? Nothing is changed yet. `again` is the
    first learning day from then on."""

    until: date
    again: date


@dataclass(frozen=True, slots=True)
class PauseOffered:
    """`settings.paused` tells whether a pause is running already."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class PauseEndOffered:
    """The scope is chosen; until when?"""

    scope: PauseScope


@dataclass(frozen=True, slots=True)
class Paused:
    """`until` is the learning day on which lessons begin again; None: when one resumes."""

    scope: PauseScope
    until: date | None


@dataclass(frozen=True, slots=True)
class Resumed:
    """`was_paused` is False when there was nothing to resume."""

    was_paused: bool
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class SnoozeOffered:
    pass


@dataclass(frozen=True, slots=True)
class Snoozed:
    """`until` is within the hours: the wish itself, or the next lesson instant after it."""

    until: datetime


@dataclass(frozen=True, slots=True)
class HelpShown:
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class AboutShown:
    pass


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """The privacy notice once more."""


@dataclass(frozen=True, slots=True)
class OnlyText:
    """A photo, sticker, voice message and the like: the bot reads text and buttons."""


@dataclass(frozen=True, slots=True)
class EditSeen:
    """A message was edited: what was taken stands; say it again as a new message."""


@dataclass(frozen=True, slots=True)
class PrivateOnly:
    """Somebody spoke to the bot in a group; lessons are between two."""


@dataclass(frozen=True, slots=True)
class ButtonOutdated:
    """A button that no version of ours can read."""
