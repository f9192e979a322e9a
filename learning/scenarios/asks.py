"""What one may ask of a scenario."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.counts.model import Usefulness
from learning.scenarios import outcomes as o

Moved = o.RunView | o.AlreadyThere | o.RunGone


@dataclass(frozen=True, slots=True)
class OpenScenario(Ask[o.RunView | o.RunGone]):
    """Begins it, or goes on where it was left."""

    right: ClassVar[Right] = Right.PERSON
    scenario: str


@dataclass(frozen=True, slots=True)
class Choose(Ask[Moved]):
    right: ClassVar[Right] = Right.PERSON
    run: int
    revision: int
    choice: str


@dataclass(frozen=True, slots=True)
class GoOn(Ask[Moved]):
    """From the consequence to the coaching, from there to the next decision or the ending."""

    right: ClassVar[Right] = Right.PERSON
    run: int
    revision: int


@dataclass(frozen=True, slots=True)
class Reconsider(Ask[Moved]):
    """From the coaching back to the decision it speaks of, as if nothing had been chosen."""

    right: ClassVar[Right] = Right.PERSON
    run: int
    revision: int


@dataclass(frozen=True, slots=True)
class RateSubunit(Ask[o.SubunitRated | o.RunGone]):
    """How useful the subunit was that this run's scenario closes."""

    right: ClassVar[Right] = Right.PERSON
    run: int
    usefulness: Usefulness


@dataclass(frozen=True, slots=True)
class PlayAgain(Ask[Moved]):
    """From an ending to the first decision of a new run."""

    right: ClassVar[Right] = Right.PERSON
    run: int
    revision: int
