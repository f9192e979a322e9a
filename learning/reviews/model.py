"""What one person remembers of one question."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Confidence(StrEnum):
    SURE = "sure"
    UNSURE = "unsure"
    GUESS = "guess"


class Rating(StrEnum):
    """FSRS's four grades."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


@dataclass(frozen=True, slots=True)
class Review:
    """`question` is "<lesson>.<question>"; `stability` is in days, `difficulty` 1–10 (FSRS)."""

    person_id: int
    question: str
    stability: float
    difficulty: float
    due_at: datetime
    last_at: datetime
    revision: int = 0
