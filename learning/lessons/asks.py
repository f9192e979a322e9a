"""What one may ask of lessons. Each carries the sitting's revision it was shown with."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from learning.ask import Ask, Right
from learning.lessons import outcomes as o
from learning.reviews.model import Confidence

Moved = o.SittingView | o.AlreadyMoved | o.SittingGone


class Recalls(StrEnum):
    """How many waiting questions to take first after an absence."""

    ONE = "one"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class BeginCourse(Ask[o.SittingView | o.CourseDone | o.ScenarioNext]):
    """The Start button under the defaults; pressed again it goes on where the person is."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class NextLesson(Ask[o.SittingView | o.NotBegun | o.CourseDone | o.ScenarioNext | o.WelcomeBack]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ReturnAfterAbsence(Ask[o.SittingView | o.NotBegun | o.CourseDone | o.ScenarioNext]):
    right: ClassVar[Right] = Right.PERSON
    recalls: Recalls


@dataclass(frozen=True, slots=True)
class RepeatLesson(Ask[o.SittingView | o.NothingToRepeat]):
    """The last finished lesson once more."""

    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class ReviewNow(Ask[o.SittingView | o.NothingToReview]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class TurnOn(Ask[Moved]):
    right: ClassVar[Right] = Right.PERSON
    sitting: int
    revision: int


@dataclass(frozen=True, slots=True)
class TurnBack(Ask[Moved]):
    right: ClassVar[Right] = Right.PERSON
    sitting: int
    revision: int


@dataclass(frozen=True, slots=True)
class Pick(Ask[Moved]):
    """One tap on `choice`: chooses it, or takes it back where several may be chosen."""

    right: ClassVar[Right] = Right.PERSON
    sitting: int
    revision: int
    choice: str


@dataclass(frozen=True, slots=True)
class SettlePicks(Ask[Moved]):
    """Done choosing."""

    right: ClassVar[Right] = Right.PERSON
    sitting: int
    revision: int


@dataclass(frozen=True, slots=True)
class ChangeAnswer(Ask[Moved]):
    """Begin this answer anew."""

    right: ClassVar[Right] = Right.PERSON
    sitting: int
    revision: int


@dataclass(frozen=True, slots=True)
class AnswerQuestion(Ask[Moved]):
    """Says how sure one is; with that the answer is given and graded."""

    right: ClassVar[Right] = Right.PERSON
    sitting: int
    revision: int
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class GiveUp(Ask[Moved]):
    """ "I don't know": shows the answer and asks again soon."""

    right: ClassVar[Right] = Right.PERSON
    sitting: int
    revision: int


@dataclass(frozen=True, slots=True)
class AnswerInWords(Ask[Moved | o.AnswerNotReadable]):
    """A typed text as the answer to the question that is open; it is not kept."""

    right: ClassVar[Right] = Right.PERSON
    sitting: int
    text: str
