"""What may be asked about one's mentoring. Every turn named here must be the actor's own."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.mentoring import outcomes as o
from learning.mentoring.agreement import Term
from learning.mentoring.check_in import Result
from learning.mentoring.model import Seen

Looking = o.TurnShown | o.TurnGone
Agreeing = o.AgreementShown | o.TurnGone
CheckingIn = o.CheckInShown | o.TurnGone


@dataclass(frozen=True, slots=True)
class ShowMentoring(Ask[o.TurnsShown | o.TurnShown | o.NoTurn]):
    """Where am I? With one running turn, its home."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowTurn(Ask[Looking]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class ShowMoreOfTurn(Ask[o.MoreOfTurnShown | Looking]):
    """What the home of a running turn leaves out."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class OpenAgreement(Ask[Agreeing]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class ChangeAgreement(Ask[Agreeing]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class OfferTerm(Ask[o.TermOffered | Agreeing]):
    right: ClassVar[Right] = Right.PERSON
    agreement: int
    term: Term


@dataclass(frozen=True, slots=True)
class ChooseTerm(Ask[Agreeing]):
    right: ClassVar[Right] = Right.PERSON
    agreement: int
    revision: int
    term: Term
    value: str


@dataclass(frozen=True, slots=True)
class AskGoal(Ask[o.GoalAsked | Agreeing]):
    right: ClassVar[Right] = Right.PERSON
    agreement: int


@dataclass(frozen=True, slots=True)
class TypeGoal(Ask[o.GoalAsked | Agreeing]):
    """A typed text."""

    right: ClassVar[Right] = Right.PERSON
    agreement: int
    text: str


@dataclass(frozen=True, slots=True)
class DropGoal(Ask[Agreeing]):
    right: ClassVar[Right] = Right.PERSON
    agreement: int
    revision: int
    number: int


@dataclass(frozen=True, slots=True)
class ProposeAgreement(Ask[Agreeing]):
    right: ClassVar[Right] = Right.PERSON
    agreement: int
    revision: int


@dataclass(frozen=True, slots=True)
class ConfirmAgreement(Ask[o.AgreementMade | Agreeing]):
    right: ClassVar[Right] = Right.PERSON
    agreement: int
    revision: int


@dataclass(frozen=True, slots=True)
class DropChange(Ask[Looking]):
    right: ClassVar[Right] = Right.PERSON
    agreement: int


@dataclass(frozen=True, slots=True)
class PrintAgreement(Ask[o.AgreementPrinted | o.TurnGone]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class ShowTalkKit(Ask[o.TalkKitShown | Looking]):
    """For the mentor, who looks at it before a meeting."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class OfferTurnEnd(Ask[o.TurnEndOffered | Looking]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class EndTurn(Ask[Looking]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class OfferRest(Ask[o.RestOffered | Looking]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class RestTurn(Ask[Looking]):
    right: ClassVar[Right] = Right.PERSON
    turn: int
    weeks: int


@dataclass(frozen=True, slots=True)
class ResumeTurn(Ask[Looking]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class BeginAnew(Ask[Looking]):
    """After a long silence."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class SayStillHere(Ask[Looking]):
    """The answer to a long silence: we are in touch."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class MovePhase(Ask[Looking]):
    """On from `phase`, or back from it. An old button about another phase changes nothing."""

    right: ClassVar[Right] = Right.PERSON
    turn: int
    phase: str
    back: bool


@dataclass(frozen=True, slots=True)
class OpenCheckIn(Ask[CheckingIn]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class SayResult(Ask[CheckingIn]):
    right: ClassVar[Right] = Right.PERSON
    check_in: int
    revision: int
    result: Result


@dataclass(frozen=True, slots=True)
class SayHowItWent(Ask[CheckingIn | o.CheckInsWaiting | o.TurnsShown | o.NoTurn]):
    """In words, without naming a turn."""

    right: ClassVar[Right] = Right.PERSON
    result: Result


@dataclass(frozen=True, slots=True)
class RateMentoring(Ask[CheckingIn]):
    """`rating` from 1 to 5; 0 leaves it out."""

    right: ClassVar[Right] = Right.PERSON
    check_in: int
    revision: int
    rating: int


@dataclass(frozen=True, slots=True)
class ChooseSeen(Ask[CheckingIn]):
    """Who will see what is written next."""

    right: ClassVar[Right] = Right.PERSON
    check_in: int
    revision: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class TypeCheckIn(Ask[CheckingIn]):
    """A typed text."""

    right: ClassVar[Right] = Right.PERSON
    check_in: int
    text: str


@dataclass(frozen=True, slots=True)
class SkipCheckInText(Ask[CheckingIn]):
    right: ClassVar[Right] = Right.PERSON
    check_in: int
    revision: int


@dataclass(frozen=True, slots=True)
class SayFit(Ask[CheckingIn]):
    right: ClassVar[Right] = Right.PERSON
    check_in: int
    revision: int
    fit: str


@dataclass(frozen=True, slots=True)
class ShowTexts(Ask[o.TextsShown | o.TurnGone]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class GiveTexts(Ask[o.TextsGiven | o.TurnGone]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class OfferDestroying(Ask[o.DestroyingOffered | o.TurnGone]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class DestroyTexts(Ask[o.TextsDestroyed | o.TurnGone]):
    right: ClassVar[Right] = Right.PERSON
    turn: int
