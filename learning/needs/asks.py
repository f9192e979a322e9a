"""What one may ask of the needs analysis. Each tap carries the draft's revision."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, O_co, Refused, Right
from learning.needs import outcomes as o
from learning.needs.answers import Wave
from learning.needs.model import Mode
from learning.needs.questionnaire import Fact
from learning.needs.report.chapters import Part
from learning.pushes.outcomes import NotWanted


@dataclass(frozen=True, slots=True)
class OnDraft(Ask[O_co]):
    """A tap on one's own draft; with an old `revision` it shows where we are."""

    right: ClassVar[Right] = Right.PERSON
    draft: int
    revision: int


@dataclass(frozen=True, slots=True)
class OnRound(Ask[O_co]):
    right: ClassVar[Right] = Right.COORDINATOR
    round: int


@dataclass(frozen=True, slots=True)
class ChangeRound(OnRound[O_co]):
    """With an old `revision` the round is shown as it is now."""

    revision: int


@dataclass(frozen=True, slots=True)
class Preparation(Ask[O_co]):
    """Of a push, judged at the moment of sending; `occasion` begins with the id of what it is
    about."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


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
class PickAnswer(OnDraft[Moved]):
    """One tap: chooses, or ticks where several may be chosen."""

    choice: str


@dataclass(frozen=True, slots=True)
class SettleAnswer(OnDraft[Moved]):
    """Done ticking, or "yes, that is right"."""


@dataclass(frozen=True, slots=True)
class ChangeFact(OnDraft[Moved]):
    """What is known already is no longer so."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class SkipQuestion(OnDraft[Moved]):
    """The question counts as answered, without an answer."""


@dataclass(frozen=True, slots=True)
class GoBack(OnDraft[Moved]):
    """To the question before."""


@dataclass(frozen=True, slots=True)
class ReviseAnswer(OnDraft[Moved]):
    """From the review to one answer and back; `number` as the review counts its questions."""

    number: int


@dataclass(frozen=True, slots=True)
class AnswerNeeds(Ask[Moved]):
    """A typed text, which is not kept."""

    right: ClassVar[Right] = Right.PERSON
    draft: int
    text: str


@dataclass(frozen=True, slots=True)
class SendAnswers(OnDraft[o.AnswersSent | o.RoundOver | o.NeedsAlreadyThere | o.NeedsGone]):
    """From the review: they count from now on."""


@dataclass(frozen=True, slots=True)
class KeepForMyself(OnDraft[o.AnswersSent | o.NeedsAlreadyThere | o.NeedsGone]):
    """The round is over: the answers serve the own path alone."""


@dataclass(frozen=True, slots=True)
class DropAnswers(OnDraft[o.NeedsDropped | o.NeedsAlreadyThere | o.NeedsGone]):
    """Nothing of the draft is kept."""


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
class ToggleDepartment(ChangeRound[Planned]):
    department: int


@dataclass(frozen=True, slots=True)
class SetOpening(ChangeRound[Planned]):
    """In `days` days, 0 for at once."""

    days: int


@dataclass(frozen=True, slots=True)
class SetClosing(ChangeRound[Planned]):
    """`days` after it opens."""

    days: int


@dataclass(frozen=True, slots=True)
class LaunchRound(ChangeRound[o.RoundLaunched | o.RoundPlanned | o.RoundShown | Refused]):
    """From here on its kind stands fast."""


@dataclass(frozen=True, slots=True)
class DropPlan(OnRound[o.PlanDropped | o.RoundShown | Refused]):
    """A plan that was not launched."""


@dataclass(frozen=True, slots=True)
class ShowRound(OnRound[o.RoundShown | o.RoundPlanned | Refused]):
    """A plan is shown as a plan."""


@dataclass(frozen=True, slots=True)
class RemindRound(ChangeRound[o.RoundReminded | o.RoundShown | Refused]):
    """Those alone who have not answered."""


@dataclass(frozen=True, slots=True)
class OfferClosing(OnRound[o.ClosingOffered | o.RoundShown | Refused]):
    """Asks once more before it is closed."""


@dataclass(frozen=True, slots=True)
class CloseRound(ChangeRound[o.RoundClosed | o.RoundShown | Refused]):
    """For good; what it brought is counted."""


@dataclass(frozen=True, slots=True)
class ReportNeeds(OnRound[o.NeedsReported | o.NoNeedsReport | Refused]):
    """Of a closed round; 0 is the one that was closed last."""

    part: Part


@dataclass(frozen=True, slots=True)
class CountAgain(OnRound[o.NeedsReported | o.TooFewAgain | o.NoNeedsReport | Refused]):
    """What was said after the course, beside what was said before it; once for a round."""


@dataclass(frozen=True, slots=True)
class TurnRounds(Ask[o.RoundsTurned]):
    """Closes what has come to its end."""

    right: ClassVar[Right] = Right.CLOCK


@dataclass(frozen=True, slots=True)
class PrepareRound(Preparation[o.RoundCalled | NotWanted]):
    """A round opens."""


@dataclass(frozen=True, slots=True)
class PrepareRoundReminder(Preparation[o.RoundCalled | NotWanted]):
    """A round still waits for an answer."""


@dataclass(frozen=True, slots=True)
class PrepareHalfway(Preparation[o.NeedsReminded | NotWanted]):
    """A draft was left."""


@dataclass(frozen=True, slots=True)
class PrepareAgain(Preparation[o.NeedsAgain | NotWanted]):
    """The course may be done."""
