"""What one may ask of the needs analysis. Each tap carries the draft's revision."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Refused, Right
from learning.needs import outcomes as o
from learning.needs.answers import Wave
from learning.needs.model import Mode
from learning.needs.questionnaire import Fact
from learning.needs.report.chapters import Part
from learning.pushes.outcomes import NotWanted

Moved = o.NeedsView | o.NeedsAlreadyThere | o.NeedsGone
Shown = o.NeedsView | o.NeedsOffered | o.PathShown | o.NeedsUnavailable | o.NeedsGone


@dataclass(frozen=True, slots=True)
class ShowNeeds(Ask[Shown]):
    """Begins, goes on, or shows what came of it: whatever comes next for this person."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class BeginNeeds(Ask[Shown]):
    """After the notice. `round` as the notice named it, 0 for one's own path alone."""

    right: ClassVar[Right] = Right.PERSON
    round: int
    wave: Wave


@dataclass(frozen=True, slots=True)
class PickAnswer(Ask[Moved]):
    """One tap: chooses, or ticks where several may be chosen."""

    right: ClassVar[Right] = Right.PERSON
    draft: int
    revision: int
    choice: str


@dataclass(frozen=True, slots=True)
class SettleAnswer(Ask[Moved]):
    """Done ticking, or "yes, that is right"."""

    right: ClassVar[Right] = Right.PERSON
    draft: int
    revision: int


@dataclass(frozen=True, slots=True)
class ChangeFact(Ask[Moved]):
    """What is known already is no longer so."""

    right: ClassVar[Right] = Right.PERSON
    draft: int
    revision: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class SkipQuestion(Ask[Moved]):
    right: ClassVar[Right] = Right.PERSON
    draft: int
    revision: int


@dataclass(frozen=True, slots=True)
class GoBack(Ask[Moved]):
    right: ClassVar[Right] = Right.PERSON
    draft: int
    revision: int


@dataclass(frozen=True, slots=True)
class ReviseAnswer(Ask[Moved]):
    """From the review to one answer and back; `number` as the review counts its questions."""

    right: ClassVar[Right] = Right.PERSON
    draft: int
    revision: int
    number: int


@dataclass(frozen=True, slots=True)
class AnswerNeeds(Ask[Moved]):
    """A typed text, which is not kept."""

    right: ClassVar[Right] = Right.PERSON
    draft: int
    text: str


@dataclass(frozen=True, slots=True)
class SendAnswers(Ask[o.AnswersSent | o.RoundOver | o.NeedsAlreadyThere | o.NeedsGone]):
    right: ClassVar[Right] = Right.PERSON
    draft: int
    revision: int


@dataclass(frozen=True, slots=True)
class KeepForMyself(Ask[o.AnswersSent | o.NeedsAlreadyThere | o.NeedsGone]):
    """The round is over: the answers serve the own path alone."""

    right: ClassVar[Right] = Right.PERSON
    draft: int
    revision: int


@dataclass(frozen=True, slots=True)
class DropAnswers(Ask[o.NeedsDropped | o.NeedsAlreadyThere | o.NeedsGone]):
    right: ClassVar[Right] = Right.PERSON
    draft: int
    revision: int


@dataclass(frozen=True, slots=True)
class ShowPath(Ask[o.PathShown]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class PutFirst(Ask[o.PathShown]):
    """Of the path: `unit` comes first of what is left."""

    right: ClassVar[Right] = Right.PERSON
    revision: int
    unit: str


@dataclass(frozen=True, slots=True)
class TakeStandardPath(Ask[o.PathShown]):
    right: ClassVar[Right] = Right.PERSON
    revision: int


@dataclass(frozen=True, slots=True)
class TakeMyPath(Ask[o.PathShown]):
    """Computed anew from the answers that are kept."""

    right: ClassVar[Right] = Right.PERSON
    revision: int


@dataclass(frozen=True, slots=True)
class ShowRounds(Ask[o.RoundsShown | o.NeedsUnavailable]):
    right: ClassVar[Right] = Right.COORDINATOR


@dataclass(frozen=True, slots=True)
class PlanRound(Ask[o.RoundPlanned | o.NeedsUnavailable]):
    right: ClassVar[Right] = Right.COORDINATOR
    mode: Mode


Planned = o.RoundPlanned | o.RoundShown | Refused


@dataclass(frozen=True, slots=True)
class ToggleDepartment(Ask[Planned]):
    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    revision: int
    department: int


@dataclass(frozen=True, slots=True)
class SetOpening(Ask[Planned]):
    """In `days` days, 0 for at once."""

    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    revision: int
    days: int


@dataclass(frozen=True, slots=True)
class SetClosing(Ask[Planned]):
    """`days` after it opens."""

    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    revision: int
    days: int


@dataclass(frozen=True, slots=True)
class LaunchRound(Ask[o.RoundLaunched | o.RoundPlanned | o.RoundShown | Refused]):
    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    revision: int


@dataclass(frozen=True, slots=True)
class DropPlan(Ask[o.PlanDropped | o.RoundShown | Refused]):
    right: ClassVar[Right] = Right.COORDINATOR
    round: int


@dataclass(frozen=True, slots=True)
class ShowRound(Ask[o.RoundShown | o.RoundPlanned | Refused]):
    right: ClassVar[Right] = Right.COORDINATOR
    round: int


@dataclass(frozen=True, slots=True)
class RemindRound(Ask[o.RoundReminded | o.RoundShown | Refused]):
    """Those alone who have not answered."""

    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    revision: int


@dataclass(frozen=True, slots=True)
class OfferClosing(Ask[o.ClosingOffered | o.RoundShown | Refused]):
    right: ClassVar[Right] = Right.COORDINATOR
    round: int


@dataclass(frozen=True, slots=True)
class CloseRound(Ask[o.RoundClosed | o.RoundShown | Refused]):
    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    revision: int


@dataclass(frozen=True, slots=True)
class ReportNeeds(Ask[o.NeedsReported | o.NoNeedsReport | Refused]):
    """Of a closed round; 0 is the one that was closed last."""

    right: ClassVar[Right] = Right.COORDINATOR
    round: int
    part: Part


@dataclass(frozen=True, slots=True)
class TurnRounds(Ask[o.RoundsTurned]):
    """Closes what has come to its end."""

    right: ClassVar[Right] = Right.CLOCK


@dataclass(frozen=True, slots=True)
class PrepareRound(Ask[o.RoundCalled | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareRoundReminder(Ask[o.RoundCalled | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareHalfway(Ask[o.NeedsReminded | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareAgain(Ask[o.NeedsAgain | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
