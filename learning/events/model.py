"""Events: webinars, seminars, workshops and learning activities, and who comes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from learning.announcements.timing import read_moment
from learning.written import units

MOST_MINUTES, MOST_SEATS = 24 * 60, 20_000
# UTF-16 units of a title, and of a speaker or place: what brings an event has room for them.
LONGEST, LONGEST_FACT = 200, 100
AROUND = timedelta(minutes=30)  # attendance is noted from then before the start to then after
DAY_BEFORE, SOON_BEFORE = timedelta(days=1), timedelta(minutes=15)
_LINK = re.compile(r"https?://[^\s<>\"]{3,400}", re.IGNORECASE)
QUESTIONS, ANSWERS = 3, 3  # after an event: how many, and how many answers each


class EventKind(StrEnum):
    WEBINAR = "webinar"
    SEMINAR = "seminar"
    WORKSHOP = "workshop"
    ACTIVITY = "activity"


class EventState(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    CANCELLED = "cancelled"


class Field(StrEnum):
    """What of an event is typed."""

    TITLE = "title"  # in one language
    SPEAKER = "speaker"
    START = "start"
    MINUTES = "minutes"
    PLACE = "place"
    LINK = "link"
    SEATS = "seats"
    DEADLINE = "deadline"
    RECORDING = "recording"
    MATERIALS = "materials"
    HEADCOUNT = "headcount"  # people who were there without the bot


class Seat(StrEnum):
    """How somebody stands to an event."""

    REGISTERED = "registered"
    WAITING = "waiting"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Event:
    """`taken` counts the registered; `sequence` the changes that calendars must know of;
    `headcount` people who were there and have nothing to do with the bot."""

    id: int
    organisation_id: int
    made_by: int | None
    made_at: datetime
    kind: EventKind = EventKind.WEBINAR
    titles: Mapping[str, str] = field(default_factory=dict)
    speaker: str | None = None
    starts_at: datetime | None = None
    minutes: int = 60
    place: str | None = None
    link: str | None = None
    seats: int | None = None
    closes_at: datetime | None = None
    recording: str | None = None
    materials: str | None = None
    headcount: int | None = None
    state: EventState = EventState.DRAFT
    taken: int = 0
    sequence: int = 0
    awaited: str | None = None
    code: str = ""
    revision: int = 0

    def changed(self, **fields: Any) -> "Event":
        return replace(self, revision=self.revision + 1, **fields)

    @property
    def begins(self) -> datetime:
        """Of one that was opened."""
        if self.starts_at is None:
            raise AssertionError("an event opens with its start")
        return self.starts_at

    @property
    def ends(self) -> datetime:
        return self.begins + timedelta(minutes=self.minutes)

    @property
    def is_ready(self) -> bool:
        return bool(self.titles) and self.starts_at is not None

    def title_for(self, *languages: str | None) -> str:
        found = (self.titles.get(each) for each in languages if each)
        first = next((title for title in found if title), None)
        return first or next(iter(self.titles.values()), "")

    def takes(self, now: datetime) -> bool:
        """Whether one may still register."""
        if self.state is not EventState.OPEN or now >= self.ends:
            return False
        return self.closes_at is None or now <= self.closes_at

    def has_seat(self) -> bool:
        return self.seats is None or self.taken < self.seats

    def is_now(self, now: datetime) -> bool:
        """Around its time: then attendance is noted."""
        return self.state is EventState.OPEN and (self.begins - AROUND <= now <= self.ends + AROUND)


@dataclass(frozen=True, slots=True)
class Registration:
    """`answered` counts the questions after the event that were answered."""

    event_id: int
    person_id: int
    seat: Seat
    at: datetime
    late: bool = False
    attended_at: datetime | None = None
    answered: int = 0


@dataclass(frozen=True, slots=True)
class Turnout:
    """`answers` counts by (question, answer); nobody's own answer is kept."""

    registered: int
    waiting: int
    late: int
    attended: int
    answers: Mapping[tuple[int, int], int]


def with_field(
    event: Event, wanted: Field, language: str, text: str, zone: str, now: datetime
) -> Event | None:
    """The event with what was typed; None for what can't be read. A dash takes it away again."""
    said = " ".join(text.split())
    none = said in ("-", "–", "—")
    match wanted:
        case Field.TITLE:
            fits = 0 < units(said) <= LONGEST and not none
            return event.changed(titles={**event.titles, language: said}) if fits else None
        case Field.SPEAKER | Field.PLACE:
            if not 0 < units(said) <= LONGEST_FACT:
                return None
            return event.changed(**{wanted.value: None if none else said})
        case Field.LINK | Field.RECORDING | Field.MATERIALS:
            if not none and not _LINK.fullmatch(said):
                return None
            return event.changed(**{wanted.value: None if none else said})
        case Field.START:
            moment = read_moment(said, zone, now)
            return event.changed(starts_at=moment) if moment else None
        case Field.DEADLINE:
            moment = None if none else read_moment(said, zone, now)
            return event.changed(closes_at=moment) if moment or none else None
        case Field.MINUTES:
            minutes = _number(said, MOST_MINUTES)
            return event.changed(minutes=minutes) if minutes else None
        case Field.SEATS | Field.HEADCOUNT:
            number = None if none else _number(said, MOST_SEATS)
            return event.changed(**{wanted.value: number}) if number or none else None


def _number(text: str, most: int) -> int | None:
    if not (text.isascii() and text.isdecimal()) or len(text) > 6:
        return None
    return int(text) if 0 < int(text) <= most else None


# Known only once an event has begun.
AFTERWARDS = frozenset({Field.RECORDING, Field.HEADCOUNT})
# What calendars and the registered must hear of when it changes.
TOLD_OF = frozenset({Field.START, Field.MINUTES, Field.PLACE, Field.LINK})
