"""The ledger: every message that nobody asked for has a row before it is sent (promise 2)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Urgency(StrEnum):
    """What holds a kind of push back."""

    AT_ONCE = "at_once"  # nothing: part of what the person does right now, or silent
    URGENT = "urgent"  # a pause of everything
    OWN = "own"  # pauses, hours and days off: about what the person began or joined, or is
    ORDINARY = "ordinary"  # all these and the day's budget


class PushKind(StrEnum):
    """What may be sent unasked, with its urgency, in the one order of precedence: where the day
    has room for one message only, what stands earlier here goes first."""

    urgency: Urgency

    def __new__(cls, value: str, urgency: Urgency = Urgency.ORDINARY) -> "PushKind":
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.urgency = urgency
        return kind

    REMOVED = "removed", Urgency.OWN  # a membership was ended by somebody else
    ROLE = "role", Urgency.OWN  # a role was given or withdrawn
    TICKET_ANSWER = "ticket_answer", Urgency.OWN
    TICKET_END = "ticket_end", Urgency.OWN
    EVENT_NEWS = "event_news", Urgency.URGENT  # what one is registered for moved, or is off
    EVENT_SOON = "event_soon", Urgency.URGENT  # it begins in a quarter of an hour
    EVENT_SEAT = "event_seat", Urgency.URGENT  # from the waiting list
    EVENT_REMINDER = "event_reminder", Urgency.OWN  # the day before
    EVENT_FEEDBACK = "event_feedback", Urgency.OWN  # to who was there
    EVENT_RECORDING = "event_recording", Urgency.OWN  # to who was registered and not there
    EVENT_MATERIALS = "event_materials", Urgency.OWN  # to who is registered
    PROPOSED = "proposed", Urgency.OWN  # somebody could be one's mentor, or mentee
    PROPOSED_AGAIN = "proposed_again", Urgency.OWN
    PROPOSAL_OVER = "proposal_over", Urgency.OWN
    MENTORING_BEGUN = "mentoring_begun", Urgency.OWN  # both accepted: two people are a pair
    MENTORING_AGREEMENT = "mentoring_agreement", Urgency.OWN  # proposed, or confirmed
    MENTORING_PHASE = "mentoring_phase", Urgency.OWN  # the other one moved on
    MENTORING_MESSAGE = "mentoring_message", Urgency.OWN  # from the other one of the pair
    MENTORING_USERNAMES = "mentoring_usernames", Urgency.OWN  # both share them
    MEETING_NEWS = "meeting_news", Urgency.URGENT  # settled, moved, called off
    MEETING_SOON = "meeting_soon", Urgency.URGENT  # the two meet in a quarter of an hour
    MEETING_PROPOSED = "meeting_proposed", Urgency.OWN  # the other one proposes times
    MEETING_REMINDER = "meeting_reminder", Urgency.OWN  # all meetings of the next day
    MEETING_MET = "meeting_met", Urgency.OWN  # did you meet?
    MENTORING_OVER = "mentoring_over", Urgency.OWN
    MENTOR_INVITED = "mentor_invited", Urgency.OWN  # to who was mentored, when the circle closes
    TEXTS_GOING = "texts_going", Urgency.OWN  # what was written in a turn is about to be destroyed
    MENTORING_TALK = "mentoring_talk", Urgency.OWN  # the two see it differently
    SHADOWING_NEWS = "shadowing_news", Urgency.OWN  # a day is proposed, agreed, moved or off
    SHADOWING_SLOT = "shadowing_slot", Urgency.OWN  # part of the day is over: what did one see?
    SHADOWING_BEFORE = "shadowing_before", Urgency.OWN  # it is tomorrow
    SHADOWING_DEBRIEF = "shadowing_debrief", Urgency.OWN  # the day is over, for both
    SHADOWING_TRY = "shadowing_try", Urgency.OWN  # by today one wanted to have tried something
    PRACTICE_DECIDED = "practice_decided", Urgency.OWN  # one's good practice is published, or not
    TICKET = "ticket"  # somebody wrote to a person at the other end
    TICKET_REMINDER = "ticket_reminder"
    PRACTICE_WAITING = "practice_waiting"  # a card is to be looked through
    NEEDS_ROUND = "needs_round"  # a round of the needs analysis opened
    NEEDS_ROUND_REMINDER = "needs_round_reminder"
    CHECK_IN = "check_in"  # of all one's pairs, at the agreed interval
    CHECK_IN_REMINDER = "check_in_reminder"
    MEETING_WANTED = "meeting_wanted"  # the interval is over, and no meeting is planned
    MENTORING_SILENCE = "mentoring_silence"  # to both, after long: an end or a new start
    MENTORING_SILENT = "mentoring_silent"  # to the coordinator: only that a pair is silent
    DAILY = "daily"  # the day's lesson, its reminder, the monthly refresher
    ANNOUNCEMENT = "announcement"  # a coordinator speaks to many
    ANNOUNCEMENT_URGENT = "announcement_urgent", Urgency.URGENT
    ANNOUNCEMENT_CHANGE = "announcement_change", Urgency.AT_ONCE  # it reads otherwise, or goes
    ANNOUNCEMENT_APPROVAL = "announcement_approval", Urgency.AT_ONCE  # a second look is asked for
    ANNOUNCEMENT_BOARD = "announcement_board", Urgency.AT_ONCE  # how the sending stands
    FACTS_EXPIRED = "facts_expired"  # for those who write the course
    NEEDS_HALFWAY = "needs_halfway"  # the needs analysis was left half-way
    NEEDS_AGAIN = "needs_again"  # the course is done: the competences once more

    @property
    def is_counted(self) -> bool:
        return self.urgency is Urgency.ORDINARY

    def goes_before(self, other: "PushKind") -> bool:
        kinds = list(PushKind)
        return kinds.index(self) < kinds.index(other)


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
    OPTED_OUT = "opted_out"
    TOO_LATE = "too_late"
    CANCELLED = "cancelled"
    TOO_OLD = "too_old"  # to be deleted


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
