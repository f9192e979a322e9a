"""What is true after looking back at a turn. Words are read at the moment of speaking, for
`person`, the reader."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learning.mentoring.evaluating.model import PracticeState

FIT = "fit"  # of pairs, beside the statements of the circle


@dataclass(frozen=True, slots=True)
class PracticesShown:
    """What colleagues released, and the turns of the reader to look back on; `waiting` how many
    cards the reader may look through, None for who looks through none."""

    person: int
    turns: tuple[int, ...]
    practices: tuple[int, ...]
    waiting: int | None = None


@dataclass(frozen=True, slots=True)
class PracticeShown:
    practice: int


@dataclass(frozen=True, slots=True)
class PracticeToReview:
    """`decided` is what the reader just said of the card before it."""

    practice: int
    revision: int
    decided: PracticeState | None = None


@dataclass(frozen=True, slots=True)
class PracticeGone:
    """No longer there, or not for the reader."""


@dataclass(frozen=True, slots=True)
class NoneWaiting:
    """Nothing is left to look through. `decided` is what the reader just said of the last card."""

    decided: PracticeState | None = None


@dataclass(frozen=True, slots=True)
class EvaluationShown:
    """As far as it is filled in."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class NotYetOver:
    """The two have not come to the evaluation, or ended before it."""

    turn: int


@dataclass(frozen=True, slots=True)
class CardShown:
    """As far as it is written, or what became of it."""

    turn: int
    person: int


@dataclass(frozen=True, slots=True)
class PracticeDecided:
    """A push to the author: published, or kept."""

    practice: int
    turn: int
    published: bool


@dataclass(frozen=True, slots=True)
class EvaluationsShown:
    """`means` from 1 to 5 by statement, and of how pairs fit under FIT; none while fewer than ten
    have looked back, or said."""

    people: int
    means: Mapping[str, float] = field(default_factory=dict)
