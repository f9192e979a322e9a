"""What is true after an act on a lesson. Ids and plain values only: a screen finds the words."""

from dataclasses import dataclass
from datetime import date, datetime

from learning.reviews.model import Confidence


@dataclass(frozen=True, slots=True)
class CardShown:
    """The reader is at `card` ("<lesson>.<card>"), `number` of `of`; `back`: one precedes it."""

    sitting: int
    revision: int
    lesson: str
    card: str
    number: int
    of: int
    back: bool


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """`choices` in the order to show; `picks` what is chosen so far. `recall`: from an earlier
    lesson. `number` of `of` counts the questions of the sitting."""

    sitting: int
    revision: int
    question: str
    choices: tuple[str, ...]
    picks: tuple[str, ...]
    recall: bool
    number: int
    of: int
    back: bool


@dataclass(frozen=True, slots=True)
class ConfidenceAsked:
    """The answer is given and may still be changed; how sure is the reader?"""

    sitting: int
    revision: int
    question: str
    choices: tuple[str, ...]
    picks: tuple[str, ...]
    given: float | None


@dataclass(frozen=True, slots=True)
class AnswerGraded:
    """`due_on` is the learning day on which the question comes back."""

    sitting: int
    revision: int
    question: str
    choices: tuple[str, ...]
    picks: tuple[str, ...]
    given: float | None
    right: bool
    confidence: Confidence | None
    due_on: date | None


@dataclass(frozen=True, slots=True)
class LessonClosed:
    """The lesson is done. `scenario` closes the subunit; `next_at` is the next lesson's instant."""

    sitting: int
    revision: int
    lesson: str
    rights: int
    answered: int
    scenario: str | None
    course_finished: bool
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class ReviewClosed:
    """`waiting` counts the questions still due today; None when it is only shown again.
    `scenario` is what the practice was ahead of."""

    sitting: int
    revision: int
    rights: int
    answered: int
    waiting: int | None
    scenario: str | None = None


SittingView = (
    CardShown | QuestionAsked | ConfidenceAsked | AnswerGraded | LessonClosed | ReviewClosed
)


@dataclass(frozen=True, slots=True)
class AlreadyMoved:
    """The tap came late or twice; nothing was done, `now` is what is the case."""

    now: SittingView


@dataclass(frozen=True, slots=True)
class SittingGone:
    """The sitting does not exist (any more), or is not this person's."""


@dataclass(frozen=True, slots=True)
class NotBegun:
    """The person has not pressed Start yet."""


@dataclass(frozen=True, slots=True)
class NothingToReview:
    """No question is due; `next_on` is the local day on which one will be."""

    next_on: date | None


@dataclass(frozen=True, slots=True)
class CourseDone:
    """Every lesson is finished; `due` questions wait to be practised today."""

    lessons: int
    due: int


@dataclass(frozen=True, slots=True)
class ScenarioNext:
    """The next thing in the course is a decision scenario, not a lesson."""

    scenario: str


@dataclass(frozen=True, slots=True)
class NothingToRepeat:
    pass


@dataclass(frozen=True, slots=True)
class WelcomeBack:
    """After an absence `due` questions can be taken first: one of them, all, or none?"""

    due: int


@dataclass(frozen=True, slots=True)
class AnswerNotReadable:
    """A typed answer that this question cannot take; the question stays open."""

    asked: QuestionAsked
    expects_number: bool
