"""What one may ask of one's progress."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.progress.outcomes import ProgressShown


@dataclass(frozen=True, slots=True)
class ShowProgress(Ask[ProgressShown]):
    right: ClassVar[Right] = Right.PERSON
