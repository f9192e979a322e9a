"""The ledger: every message that nobody asked for has a row before it is sent (promise 2)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PushKind(StrEnum):
    DAILY = "daily"  # the day's lesson, its reminder, or the monthly refresher
    TICKET = "ticket"  # somebody wrote to a person at the other end
    TICKET_REMINDER = "ticket_reminder"
    TICKET_ANSWER = "ticket_answer"
    TICKET_END = "ticket_end"


class PushState(StrEnum):
    DUE = "due"
    SENT = "sent"
    FAILED = "failed"
    SKIPPED = "skipped"
    UNCERTAIN = "uncertain"  # the send's answer was lost: it may have arrived, never repeat it


class SkipReason(StrEnum):
    PAUSED = "paused"
    OUT_OF_HOURS = "out_of_hours"
    ENOUGH_TODAY = "enough_today"
    ALREADY_LEARNED = "already_learned"
    NOTHING_TO_SEND = "nothing_to_send"
    UNREACHABLE = "unreachable"
    GONE = "gone"
    NOT_YET = "not_yet"


@dataclass(frozen=True, slots=True)
class NewPush:
    """Unique by (person, kind, occasion). `due_at` is programme time."""

    person_id: int
    kind: PushKind
    occasion: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class ClaimedPush:
    """A due row that this worker holds until its lease ends."""

    id: int
    person_id: int
    telegram_id: int
    kind: PushKind
    occasion: str
    due_at: datetime
    attempts: int
