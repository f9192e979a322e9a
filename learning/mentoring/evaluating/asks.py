"""What may be asked when a turn is looked back on. Every turn named here is the actor's own, every
card one of their organisation."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.mentoring.evaluating import outcomes as o
from learning.mentoring.evaluating.model import PracticeState
from learning.mentoring.model import Seen
from learning.pushes.outcomes import NotWanted

LookingBack = o.EvaluationShown | o.NotYetOver | o.PracticeGone
Writing = o.CardShown | o.NotYetOver | o.PracticeGone
Reviewing = o.PracticeToReview | o.NoneWaiting


@dataclass(frozen=True, slots=True)
class ShowPractices(Ask[o.PracticesShown]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ShowPractice(Ask[o.PracticeShown | o.PracticeGone]):
    right: ClassVar[Right] = Right.PERSON
    practice: int


@dataclass(frozen=True, slots=True)
class OpenEvaluation(Ask[LookingBack]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class RateStatement(Ask[LookingBack]):
    """`rating` from 1 to 5; 0 leaves it out."""

    right: ClassVar[Right] = Right.PERSON
    evaluation: int
    revision: int
    statement: str
    rating: int


@dataclass(frozen=True, slots=True)
class ChooseReader(Ask[LookingBack]):
    """Who will see what is written next."""

    right: ClassVar[Right] = Right.PERSON
    evaluation: int
    revision: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class TypeLookingBack(Ask[LookingBack]):
    """A typed text, the last thing of an evaluation."""

    right: ClassVar[Right] = Right.PERSON
    evaluation: int
    text: str


@dataclass(frozen=True, slots=True)
class SendEvaluation(Ask[LookingBack]):
    """Without a text."""

    right: ClassVar[Right] = Right.PERSON
    evaluation: int
    revision: int


@dataclass(frozen=True, slots=True)
class OpenCard(Ask[Writing]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class TypeCard(Ask[Writing]):
    """A typed text: the part that is missing."""

    right: ClassVar[Right] = Right.PERSON
    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class RewritePart(Ask[Writing]):
    right: ClassVar[Right] = Right.PERSON
    turn: int
    part: str


@dataclass(frozen=True, slots=True)
class ReleaseCard(Ask[Writing]):
    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class TakeCardBack(Ask[Writing]):
    """At any time; then nobody reads it any more."""

    right: ClassVar[Right] = Right.PERSON
    turn: int


@dataclass(frozen=True, slots=True)
class ReviewPractices(Ask[Reviewing]):
    """The oldest that waits. For coordinators and trainers; whoever is neither finds none."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class DecidePractice(Ask[Reviewing]):
    right: ClassVar[Right] = Right.PERSON
    practice: int
    revision: int
    state: PracticeState


@dataclass(frozen=True, slots=True)
class ShowEvaluations(Ask[o.EvaluationsShown]):
    right: ClassVar[Right] = Right.COORDINATOR


@dataclass(frozen=True, slots=True)
class PreparePracticeWaiting(Ask[o.PracticeToReview | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PreparePracticeDecided(Ask[o.PracticeDecided | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
