"""What of a person's talk is open: prompts that wait for a typed text."""

from dataclasses import dataclass
from enum import StrEnum


class Prompt(StrEnum):
    """What may wait for a text. The id beside it names which one."""

    SITTING = "sitting"  # a question of a lesson
    SHEET = "sheet"  # a sheet of codes that a coordinator is making
    TICKET = "ticket"  # a message to a person at the other end
    NEEDS = "needs"  # a question of the needs analysis
    NAME = "name"  # the name under which others see one; the id is the ticket's
    PAIR_NAME = "pair_name"  # the name for a pair; the id is that of an entry of matching
    EVENT = "event"  # one that a coordinator is putting together
    ATTENDANCE = "attendance"  # the code shown at an event
    ANNOUNCEMENT = "announcement"  # one that a coordinator is writing
    AGREEMENT = "agreement"  # a goal of two people, or its sign
    CHECK_IN = "check_in"  # a text of one's check-in
    CERTIFICATE = "certificate"  # the name to print on a certificate, which is not kept
    MEETING_PLACE = "meeting_place"  # where two people meet; the id is the meeting's
    LOOKING_BACK = "looking_back"  # what one wants to say at the end of a turn of mentoring
    MESSAGE = "message"  # to the other one of a pair; the id is the turn's
    CONCERN = "concern"  # the words of one about one's mentoring; the id is the ticket's
    NOTE = "note"  # a concern kept for oneself; the id is the turn's
    CARD = "card"  # a part of a good-practice card; the id is the turn's
    DAY_GOAL = "day_goal"  # what one wants to see on a day of job shadowing
    DAY_NOTE = "day_note"  # an observation of that day, or an answer after it
    ATTENDED = "attended"  # the same for a certificate of attendance; the id is the event's

    @property
    def several(self) -> bool:
        """Whether several of this kind wait at once; of the others the latest counts."""
        return self in (Prompt.TICKET, Prompt.MESSAGE)


class SmallTalk(StrEnum):
    """What people say to each other without asking for anything."""

    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    YES = "yes"
    NO = "no"
    STOP = "stop"
    MACHINE = "machine"  # who am I talking to?


class Feature(StrEnum):
    """What people may ask for without being where it is."""

    JOB_SHADOWING = "job_shadowing"


@dataclass(frozen=True, slots=True)
class Focus:
    """One open prompt."""

    prompt: Prompt
    id: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The prompt that a message of the bot shows, as it stood at `revision`."""

    focus: Focus
    revision: int


@dataclass(frozen=True, slots=True)
class Readiness:
    """How an open prompt stands to a text: would it take it? `about` is what it concerns, as the
    id of a content, for naming it.

    An `exact` text can mean nothing else; with `ask_first` it may well mean something else.
    """

    revision: int
    fits: bool
    about: str | None = None
    exact: bool = False
    ask_first: bool = False
