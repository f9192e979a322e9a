"""Meetings of a pair: times that one proposes, of which the other picks one. Pure.

A turn has one meeting at a time: the latest row. Where it takes place is a text between the two,
kept apart (`TextKind.PLACE`).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from learning.mentoring.model import Seen, Side, TextHead, TextKind, Turn

MOST_SLOTS = 3
USUAL_MINUTES = 60
LONGEST_PLACE = 300
FURTHEST = timedelta(days=180)
DAY_BEFORE, SOON_BEFORE = timedelta(days=1), timedelta(minutes=15)


class Met(StrEnum):
    """What one of the two says after it."""

    YES = "yes"
    NOT_YET = "not_yet"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Meeting:
    """`slots` are proposed by side `by`, to be picked from once they are `sent`. What is settled
    (`starts_at`) holds until another time is picked. `sequence` counts what calendars must know.
    Whoever was erased is None."""

    id: int
    turn_id: int
    mentor_id: int | None
    mentee_id: int | None
    minutes: int = USUAL_MINUTES
    by: Side | None = None
    slots: tuple[datetime, ...] = ()
    sent: bool = False
    starts_at: datetime | None = None
    off: bool = False
    sequence: int = 0
    revision: int = 0

    def changed(self, **fields: Any) -> "Meeting":
        return replace(self, revision=self.revision + 1, **fields)

    @property
    def ends_at(self) -> datetime | None:
        return self.starts_at and self.starts_at + timedelta(minutes=self.minutes)

    @property
    def occasion(self) -> str:
        """One for each time that it was settled for."""
        return f"{self.id}.{int(self.starts_at.timestamp()) if self.starts_at else 0}"

    def is_over(self, now: datetime) -> bool:
        return self.off or (self.ends_at is not None and now >= self.ends_at)

    def is_planned(self, now: datetime) -> bool:
        return self.starts_at is not None and not self.is_over(now)

    def is_drafted_by(self, side: Side) -> bool:
        return self.by is side and not self.sent

    def waits_for(self, side: Side) -> bool:
        return self.by is side.other and self.sent

    def to_pick(self, now: datetime) -> tuple[datetime, ...]:
        """What is proposed and still to come."""
        return tuple(slot for slot in self.slots if slot > now)

    def place_head(self, author: int, at: datetime) -> TextHead:
        return TextHead(self.turn_id, author, TextKind.PLACE, str(self.id), Seen.PARTNER, at)


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's, after a meeting. `fit` is known to them alone."""

    meeting_id: int
    person_id: int
    met: Met
    at: datetime
    fit: str | None = None


def stands(meeting: Meeting | None, turn: Turn, now: datetime) -> bool:
    """Whether the two are going to meet: a turn that has ended takes its meeting with it."""
    return meeting is not None and turn.running and meeting.is_planned(now)


def taken_up(meeting: Meeting, by: Side) -> Meeting:
    """This side begins to propose; what was proposed before is off the table."""
    return meeting.changed(by=by, slots=(), sent=False)


def with_slot(meeting: Meeting, slot: datetime) -> Meeting:
    return meeting.changed(slots=tuple(sorted({*meeting.slots, slot})))


def without_slot(meeting: Meeting, number: int) -> Meeting:
    kept = tuple(slot for at, slot in enumerate(meeting.slots) if at != number)
    return meeting.changed(slots=kept)


def settled(meeting: Meeting, slot: datetime) -> Meeting:
    told = meeting.changed(starts_at=slot, by=None, slots=(), sent=False)
    return replace(told, sequence=meeting.sequence + 1)


def left_as_it_was(meeting: Meeting) -> Meeting:
    """Nothing is proposed any more; a time that was settled holds."""
    return meeting.changed(by=None, slots=(), sent=False)


def called_off(meeting: Meeting) -> Meeting:
    return replace(left_as_it_was(meeting), off=True, sequence=meeting.sequence + 1)


def topic_head(turn: Turn, mentee: int, topic: str, at: datetime) -> TextHead:
    """What the mentee finds difficult and lets the mentor know."""
    return TextHead(turn.id, mentee, TextKind.TOPIC, topic, Seen.PARTNER, at)
