"""What may be asked about a day of job shadowing. Every turn, day and note named here must be the
actor's own."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from learning.ask import Ask, Right
from learning.mentoring import outcomes as turn
from learning.mentoring.model import Seen, Side
from learning.mentoring.shadowing import outcomes as o
from learning.pushes.outcomes import NotWanted
from learning.talk.outcomes import NotThereYet

Planning = o.ShadowingShown | turn.TurnGone
Telling = o.DayTold | Planning
Writing = o.NoteShown | o.ShadowingShown | turn.TurnGone


@dataclass(frozen=True, slots=True)
class FindShadowing(Ask[o.ShadowingShown | turn.TurnsShown | NotThereYet]):
    """In words, without naming a turn."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowShadowing(Ask[Planning]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class PlanShadowing(Ask[Planning]):
    """The first plan, a change of what is proposed or agreed, or one more day."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class OfferDays(Ask[o.DaysOffered | Planning]):
    right: ClassVar[Right] = Right.PERSON
    day: int
    page: int


@dataclass(frozen=True, slots=True)
class ChooseDay(Ask[o.SlotsOffered | Planning]):
    right: ClassVar[Right] = Right.PERSON
    day: int
    revision: int
    on: date


@dataclass(frozen=True, slots=True)
class OfferSlots(Ask[o.SlotsOffered | Planning]):
    right: ClassVar[Right] = Right.PERSON
    day: int


@dataclass(frozen=True, slots=True)
class ToggleSlot(Ask[o.SlotsOffered | Planning]):
    right: ClassVar[Right] = Right.PERSON
    day: int
    revision: int
    starts: time


@dataclass(frozen=True, slots=True)
class ChooseHost(Ask[Planning]):
    """Who works; the other one watches."""

    right: ClassVar[Right] = Right.PERSON
    day: int
    revision: int
    host: Side


@dataclass(frozen=True, slots=True)
class AskDayGoal(Ask[o.DayGoalAsked | Planning]):
    right: ClassVar[Right] = Right.PERSON
    day: int


@dataclass(frozen=True, slots=True)
class TypeDayGoal(Ask[o.DayGoalAsked | Planning]):
    """A typed text."""

    right: ClassVar[Right] = Right.PERSON
    day: int
    text: str


@dataclass(frozen=True, slots=True)
class TickRule(Ask[Planning]):
    right: ClassVar[Right] = Right.PERSON
    day: int
    revision: int
    rule: str


@dataclass(frozen=True, slots=True)
class DropPlan(Ask[Planning]):
    """One's own, while it is written or waits for the other one."""

    right: ClassVar[Right] = Right.PERSON
    day: int
    revision: int


@dataclass(frozen=True, slots=True)
class ProposePlan(Ask[Planning]):
    right: ClassVar[Right] = Right.PERSON
    day: int
    revision: int


@dataclass(frozen=True, slots=True)
class AcceptPlan(Ask[Telling]):
    right: ClassVar[Right] = Right.PERSON
    day: int
    revision: int


@dataclass(frozen=True, slots=True)
class OfferCallOff(Ask[o.CallOffOffered | Planning]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class CallOff(Ask[Telling]):
    """No reason is asked; also what the other one has proposed and does not fit."""

    right: ClassVar[Right] = Right.PERSON
    day: int
    revision: int


@dataclass(frozen=True, slots=True)
class GiveDayFile(Ask[Telling]):
    """For one's calendar, as the day stands now."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class OpenNote(Ask[Writing]):
    right: ClassVar[Right] = Right.PERSON
    day: int
    part: str


@dataclass(frozen=True, slots=True)
class ChooseNoteReader(Ask[Writing]):
    """Who will see what is written next."""

    right: ClassVar[Right] = Right.PERSON
    note: int
    revision: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class TypeNote(Ask[Writing]):
    """A typed text."""

    right: ClassVar[Right] = Right.PERSON
    note: int
    text: str


@dataclass(frozen=True, slots=True)
class SkipNoteText(Ask[Writing]):
    right: ClassVar[Right] = Right.PERSON
    note: int
    revision: int


@dataclass(frozen=True, slots=True)
class SayByWhen(Ask[Writing]):
    """In so many weeks; 0 leaves it open."""

    right: ClassVar[Right] = Right.PERSON
    note: int
    revision: int
    weeks: int


@dataclass(frozen=True, slots=True)
class PrepareDayNews(Ask[o.DayNews | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareDayBefore(Ask[o.DayBefore | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareNote(Ask[o.NoteShown | NotWanted]):
    """Of a slot that is over, or of the whole day."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareTrying(Ask[o.TryingReminded | NotWanted]):
    """On the day by which somebody wanted to have tried something."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
