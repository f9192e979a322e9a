"""What may be asked of the counts: groups alone, of the organisation that one acts for."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.counts import outcomes as o


@dataclass(frozen=True, slots=True)
class ShowQuestions(Ask[o.QuestionsShown]):
    """Which questions no longer tell anything, and the way to all of them."""

    right: ClassVar[Right] = Right.TRAINER


@dataclass(frozen=True, slots=True)
class ShowAnswers(Ask[o.AnswersShown | o.QuestionsShown]):
    """How often each option is taken, question by question of a subunit."""

    right: ClassVar[Right] = Right.TRAINER
    subunit: str


@dataclass(frozen=True, slots=True)
class ShowUsefulness(Ask[o.UsefulnessShown]):
    right: ClassVar[Right] = Right.COORDINATOR
