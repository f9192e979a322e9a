"""What the in-memory database remembers; a transaction works on a copy of it."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from typing import Any, Self

from learning.account.model import (
    Enrolment,
    EnrolmentCode,
    Membership,
    Organisation,
    Person,
    PhoneMove,
)
from learning.announcements.model import Announcement, SavedAudience
from learning.audit import Entry
from learning.certificates.model import Certificate
from learning.events.model import Event, Registration
from learning.inbox import Source
from learning.lessons.model import Sitting
from learning.mentoring.agreement import Agreement
from learning.mentoring.check_in import CheckIn
from learning.mentoring.evaluating.model import Evaluation, Practice
from learning.mentoring.matching.model import Entry as MatchingEntry
from learning.mentoring.matching.model import Proposal
from learning.mentoring.matching.model import Round as MatchingRound
from learning.mentoring.meeting.model import Answer as MeetingAnswer
from learning.mentoring.meeting.model import Meeting
from learning.mentoring.model import TextHead, TextKind, Turn
from learning.mentoring.shadowing.model import ShadowingDay
from learning.mentoring.shadowing.note import Note
from learning.needs.answers import Answers, Wave
from learning.needs.model import Draft, Round, Sent
from learning.needs.report.model import NeedsReport
from learning.organisations.model import Sheet
from learning.pushes.model import NewPush, PushState
from learning.reports.model import CourseReport
from learning.reviews.model import Review
from learning.scenarios.model import Run
from learning.talk.model import Focus, Shown
from learning.talk.turns import Conversation
from learning.tickets.model import Side, Ticket


@dataclass(frozen=True)
class Completion:
    is_lesson: bool
    last_at: datetime


@dataclass(frozen=True)
class InboxRow:
    """`taken_at` is machine time in seconds."""

    lane: int
    state: str
    taken_at: float
    source: Source | None
    body: str | None
    outcome: Any = None
    attempts: int = 0
    error_id: str | None = None


@dataclass(frozen=True)
class PushRow:
    """`lease_until` and `not_before` are machine time in seconds."""

    new: NewPush
    state: PushState = PushState.DUE
    attempts: int = 0
    worker: str | None = None
    lease_until: float = 0.0
    not_before: float = 0.0
    sending: bool = False
    budget_day: date | None = None
    reason: str | None = None
    message_id: int = 0
    settled_at: datetime | None = None


@dataclass
class State:
    """Every value is immutable, so a copy of the dictionaries is a copy of everything."""

    bot_id: int | None = None
    bot_paused_until: float = 0.0
    turns_taken_until: float = 0.0
    organisations: dict[int, Organisation] = field(default_factory=dict)
    departments: dict[tuple[int, str], None] = field(default_factory=dict)
    codes: dict[str, EnrolmentCode] = field(default_factory=dict)
    sheets: dict[int, Sheet] = field(default_factory=dict)
    department_ids: dict[tuple[int, str], int] = field(default_factory=dict)
    reaches: dict[tuple[int, int], datetime] = field(default_factory=dict)
    phone_moves: dict[int, PhoneMove] = field(default_factory=dict)
    audit: dict[int, Entry] = field(default_factory=dict)
    persons: dict[int, Person] = field(default_factory=dict)
    memberships: dict[int, Membership] = field(default_factory=dict)
    past_memberships: dict[int, Membership] = field(default_factory=dict)
    enrolments: dict[int, Enrolment] = field(default_factory=dict)
    sittings: dict[int, Sitting] = field(default_factory=dict)
    completions: dict[tuple[int, str], Completion] = field(default_factory=dict)
    days: dict[tuple[int, date], None] = field(default_factory=dict)
    focuses: dict[int, tuple[Focus, ...]] = field(default_factory=dict)
    prompt_messages: dict[tuple[int, int], Shown] = field(default_factory=dict)
    held_texts: dict[int, tuple[int, str]] = field(default_factory=dict)
    conversations: dict[int, Conversation] = field(default_factory=dict)
    tickets: dict[int, Ticket] = field(default_factory=dict)
    ticket_texts: dict[int, tuple[tuple[Side, str], ...]] = field(default_factory=dict)
    counts: dict[tuple[int, str], dict[str, tuple[int, int]]] = field(default_factory=dict)
    ratings: dict[tuple[int, str], None] = field(default_factory=dict)
    certificates: dict[int, Certificate] = field(default_factory=dict)
    names: dict[int, str | None] = field(default_factory=dict)
    reviews: dict[tuple[int, str], Review] = field(default_factory=dict)
    review_log: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    runs: dict[int, Run] = field(default_factory=dict)
    drafts: dict[int, Draft] = field(default_factory=dict)
    rounds: dict[int, Round] = field(default_factory=dict)
    answered: dict[tuple[int, int], None] = field(default_factory=dict)
    sent: dict[tuple[int, Wave], Sent] = field(default_factory=dict)
    unlinked: dict[int, tuple[Answers, ...]] = field(default_factory=dict)
    needs_reports: dict[int, NeedsReport] = field(default_factory=dict)
    definitions: dict[str, str] = field(default_factory=dict)
    events: dict[int, Event] = field(default_factory=dict)
    matching_entries: dict[int, MatchingEntry] = field(default_factory=dict)
    matching_rounds: dict[int, MatchingRound] = field(default_factory=dict)
    proposals: dict[int, Proposal] = field(default_factory=dict)
    turns: dict[int, Turn] = field(default_factory=dict)
    agreements: dict[int, Agreement] = field(default_factory=dict)
    check_ins: dict[int, CheckIn] = field(default_factory=dict)
    meetings: dict[int, Meeting] = field(default_factory=dict)
    meeting_answers: dict[tuple[int, int], MeetingAnswer] = field(default_factory=dict)
    evaluations: dict[int, Evaluation] = field(default_factory=dict)
    practices: dict[int, Practice] = field(default_factory=dict)
    shadowing_days: dict[int, ShadowingDay] = field(default_factory=dict)
    shadowing_notes: dict[int, Note] = field(default_factory=dict)
    turn_texts: dict[tuple[int, int, TextKind, str], tuple[TextHead, str]] = field(
        default_factory=dict
    )
    registrations: dict[tuple[int, int], Registration] = field(default_factory=dict)
    event_answers: dict[tuple[int, int, int], int] = field(default_factory=dict)
    announcements: dict[int, Announcement] = field(default_factory=dict)
    votes: dict[tuple[int, int], int] = field(default_factory=dict)
    opted_out: dict[int, datetime] = field(default_factory=dict)
    saved_audiences: dict[int, SavedAudience] = field(default_factory=dict)
    second_looks: dict[int, None] = field(default_factory=dict)
    holds: dict[tuple[str, str], None] = field(default_factory=dict)
    course_reports: dict[tuple[int, date], CourseReport | None] = field(default_factory=dict)
    pushes: dict[int, PushRow] = field(default_factory=dict)
    inbox: dict[int, InboxRow] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def copy(self) -> Self:
        copied = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, dict):
                setattr(copied, name, dict(value))
        return copied
