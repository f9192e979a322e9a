"""What is true about a pair's meeting. Names, times and texts are read at the moment of speaking,
for `person`, the reader."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Refusal(StrEnum):
    """Why a time cannot be proposed."""

    PAST = "past"
    TOO_FAR = "too_far"
    OUT_OF_HOURS = "out_of_hours"
    ENOUGH = "enough"  # three are proposed


@dataclass(frozen=True, slots=True)
class MeetingShown:
    """As it stands: nothing, a proposal, a time. Also a push: times are proposed."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class DaysOffered:
    turn: int
    person: int
    meeting: int
    days: tuple[date, ...]
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class HoursOffered:
    """`hours` are whole ones by the reader's clock."""

    turn: int
    person: int
    meeting: int
    day: date
    hours: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MeetingTold:
    """Settled, moved, called off: with a file for the calendar. Also a push."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class MeetingOffOffered:
    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class PlaceAsked:
    turn: int
    person: int
    meeting: int
    revision: int


@dataclass(frozen=True, slots=True)
class MeetingsReminded:
    """A push: all of the reader's meetings of that day in one message."""

    person: int
    day: date


@dataclass(frozen=True, slots=True)
class MeetingSoon:
    """A push: a quarter of an hour before."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class MetAsked:
    """A push: did you meet?"""

    turn: int
    person: int
    meeting: int


@dataclass(frozen=True, slots=True)
class MetNoted:
    """`asks_fit`: it was the first one, so the reader is asked how the two fit."""

    turn: int
    person: int
    meeting: int
    met: bool
    asks_fit: bool


@dataclass(frozen=True, slots=True)
class MeetingFitNoted:
    turn: int
    poor: bool


@dataclass(frozen=True, slots=True)
class MeetingsWanted:
    """A push: the interval is over and these of the reader's turns have no meeting planned."""

    person: int
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TopicsOffered:
    """To the mentee: competences that they were least sure of; which are ticked is read."""

    turn: int
    person: int
    topics: tuple[str, ...]
