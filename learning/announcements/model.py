"""An announcement: what is said to whom, in which languages, and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from learning.pushes.model import PushKind
from learning.written import Span, units

MOST_OPTIONS, LONGEST_OPTION = 8, 40  # of a poll; an option is a button
# UTF-16 units of a text, as Telegram counts; the rest is for the line that says who speaks.
LONGEST_TEXT, LONGEST_CAPTION = 3850, 800
LONGEST_FACTS = 430  # units of them that an event takes: when, who, where
MOST_SPANS = 90


class State(StrEnum):
    DRAFT = "draft"
    AWAITING = "awaiting"  # a second coordinator's approval
    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"


UNDER_WAY = frozenset({State.RUNNING, State.PAUSED})
OVER = frozenset({State.CANCELLED, State.DONE})


class Timing(StrEnum):
    NOW = "now"
    AT = "at"
    LESSON_HOUR = "lesson_hour"  # each person's own


class Form(StrEnum):
    MESSAGE = "message"
    CORRECTION = "correction"  # a new message to those who got another
    EDIT = "edit"  # their message reads otherwise
    DELETION = "deletion"  # their message goes


CHANGES = frozenset({Form.EDIT, Form.DELETION})
MESSAGES = frozenset(Form) - CHANGES


class FileKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class File:
    """`id` is Telegram's for a file that it has already."""

    kind: FileKind
    id: str


@dataclass(frozen=True, slots=True)
class Version:
    """The announcement in one language. `options` are those of its poll, in one order for all."""

    text: str
    spans: tuple[Span, ...] = ()
    options: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        return units(self.text)


class Dimension(StrEnum):
    """By what an audience may be narrowed."""

    ROLE = "role"
    DEPARTMENT = "department"  # by id
    SECTOR = "sector"
    LANGUAGE = "language"
    PROGRESS = "progress"  # a Stage, by its number
    EVENT = "event"  # as `standing` spells it
    MENTORING = "mentoring"  # the Step of the circle that somebody's furthest pair is at


class Standing(StrEnum):
    """How somebody stands to an event."""

    ATTENDED = "a"
    REGISTERED = "r"


def standing(how: Standing, event: int) -> str:
    """A value of Dimension.EVENT."""
    return f"{how}{event}"


def event_of(value: str) -> tuple[Standing, int]:
    """The inverse of `standing`."""
    return Standing(value[0]), int(value[1:])


# Filters by what people did: a number must not tell on anybody.
GUARDED = frozenset({Dimension.PROGRESS, Dimension.EVENT, Dimension.MENTORING})
# Filters by what the organisation decides: whoever no longer fits when it is sent gets none.
DECIDED_HERE = frozenset({Dimension.ROLE, Dimension.DEPARTMENT})
Values = Mapping[Dimension, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Audience:
    """Members of the organisation who are in one of `wanted` of every dimension named there, and
    in none of `unwanted`. `got`: only who got the announcement of this id."""

    wanted: Values = field(default_factory=dict)
    unwanted: Values = field(default_factory=dict)
    got: int | None = None

    @property
    def dimensions(self) -> frozenset[Dimension]:
        return frozenset({*self.wanted, *self.unwanted})

    def named(self, dimension: Dimension) -> tuple[str, ...]:
        found = (self.wanted.get(dimension, ()), self.unwanted.get(dimension, ()))
        return tuple(value for values in found for value in values)

    def only(self, dimensions: frozenset[Dimension]) -> "Audience":
        """Narrowed by these alone."""
        wanted, unwanted = (
            {each: side[each] for each in side if each in dimensions}
            for side in (self.wanted, self.unwanted)
        )
        return Audience(wanted, unwanted)

    def turned(self, dimension: Dimension, value: str) -> "Audience":
        """From not named to wanted, to unwanted, to not named."""
        if value in self.wanted.get(dimension, ()):
            wanted = _without(self.wanted, dimension, value)
            return replace(self, wanted=wanted, unwanted=_with(self.unwanted, dimension, value))
        if value in self.unwanted.get(dimension, ()):
            return replace(self, unwanted=_without(self.unwanted, dimension, value))
        return replace(self, wanted=_with(self.wanted, dimension, value))


def _with(values: Values, dimension: Dimension, value: str) -> Values:
    return {**values, dimension: (*values.get(dimension, ()), value)}


def _without(values: Values, dimension: Dimension, value: str) -> Values:
    left = tuple(each for each in values[dimension] if each != value)
    others = {key: kept for key, kept in values.items() if key is not dimension}
    return {**others, dimension: left} if left else others


@dataclass(frozen=True, slots=True)
class SavedAudience:
    id: int
    organisation_id: int
    name: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class Announcement:
    """`awaited` says what typed text it waits for, as "text.el" or "count". `at` is the moment of
    Timing.AT; `begins_at` when the sending begins, `until` when it would be too late. `reached`
    is the last person who has a row in the ledger, `spread` whether everybody has one. `about` is
    the announcement that this one corrects, edits or deletes, `event` the one that it brings;
    `told` whether its progress message says how it ended."""

    id: int
    organisation_id: int
    made_by: int | None
    made_at: datetime
    form: Form = Form.MESSAGE
    about: int | None = None
    event: int | None = None
    state: State = State.DRAFT
    versions: Mapping[str, Version] = field(default_factory=dict)
    file: File | None = None
    audience: Audience = field(default_factory=Audience)
    timing: Timing = Timing.NOW
    at: datetime | None = None
    urgent: bool = False
    repeats: bool = False  # what may not have arrived is sent once more
    awaited: str | None = None
    begins_at: datetime | None = None
    until: datetime | None = None
    reached: int = 0
    spread: bool = False
    finished_at: datetime | None = None
    told: bool = False
    revision: int = 0

    def changed(self, **fields: Any) -> "Announcement":
        return replace(self, revision=self.revision + 1, **fields)

    @property
    def occasion(self) -> str:
        return str(self.id)

    @property
    def kind(self) -> PushKind:
        """As what its rows stand in the ledger."""
        if self.form in CHANGES:
            return PushKind.ANNOUNCEMENT_CHANGE
        return PushKind.ANNOUNCEMENT_URGENT if self.urgent else PushKind.ANNOUNCEMENT

    def version_for(self, *languages: str | None) -> Version | None:
        """In the first of these languages that there is; else in whichever there is."""
        found = (self.versions.get(each) for each in languages if each)
        first = next((version for version in found if version), None)
        return first or next(iter(self.versions.values()), None)


def longest(announcement: Announcement, *, captioned: bool) -> int:
    """The units that a text may have, whatever changes around it later. `captioned`: below a
    picture or file."""
    whole = LONGEST_CAPTION if captioned else LONGEST_TEXT
    return whole if announcement.event is None else whole - LONGEST_FACTS


class Problem(StrEnum):
    """Why it can't be sent as it is."""

    NO_TEXT = "no_text"
    TOO_LONG = "too_long"
    TOO_MANY_MARKS = "too_many_marks"
    OPTIONS_DIFFER = "options_differ"


def problems_of(announcement: Announcement) -> tuple[tuple[Problem, str], ...]:
    """(what, in which language); found before anything is sent, never while it is."""
    versions = announcement.versions
    if announcement.form is Form.DELETION:
        return ()
    if not versions:
        return ((Problem.NO_TEXT, ""),)
    most = longest(announcement, captioned=announcement.file is not None)
    options = {len(version.options) for version in versions.values()}
    found = []
    for language, version in versions.items():
        if version.length > most:
            found.append((Problem.TOO_LONG, language))
        if len(version.spans) > MOST_SPANS:
            found.append((Problem.TOO_MANY_MARKS, language))
        if len(options) > 1 and len(version.options) != max(options):
            found.append((Problem.OPTIONS_DIFFER, language))
    return tuple(found)
