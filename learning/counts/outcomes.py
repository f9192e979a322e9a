"""What is shown of the counts; they are read at the moment of speaking."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionsShown:
    organisation: int


@dataclass(frozen=True, slots=True)
class AnswersShown:
    organisation: int
    subunit: str


@dataclass(frozen=True, slots=True)
class UsefulnessShown:
    organisation: int
