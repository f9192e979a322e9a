"""A sitting: one walk through today's questions, a lesson's cards and its questions."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from learning.reviews.model import Confidence


class SittingKind(StrEnum):
    LESSON = "lesson"
    AGAIN = "again"
    REVIEW = "review"


class StepKind(StrEnum):
    RECALL = "recall"  # a question from an earlier lesson, by spaced retrieval
    CARD = "card"
    QUESTION = "question"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Step:
    """`id` is "<lesson>.<card>" or "<lesson>.<question>"; at a close, the lesson,
    the scenario that a practice was ahead of, or ""."""

    kind: StepKind
    id: str

    @property
    def asks(self) -> bool:
        return self.kind in (StepKind.RECALL, StepKind.QUESTION)


class Phase(StrEnum):
    """Where a question step stands; a card is always READING."""

    READING = "reading"
    ASKING = "asking"
    CONFIDENCE = "confidence"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Draft:
    """The answer so far. `picks` are ids of options, of items in the order given, or of the
    right-hand sides in the order of the left ones; `number` and `right` belong to typed answers,
    whose text is graded at once and not kept. `confidence` is None until the answer is given,
    and for who gave up."""

    picks: tuple[str, ...] = ()
    number: float | None = None
    right: bool | None = None
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """`at` is an index into `steps`. `answered` and `rights` count its graded questions."""

    id: int
    person_id: int
    kind: SittingKind
    lesson_id: str | None
    steps: tuple[Step, ...]
    opened_at: datetime
    at: int = 0
    phase: Phase = Phase.READING
    draft: Draft = Draft()
    answered: int = 0
    rights: int = 0
    finished_at: datetime | None = None
    revision: int = 0

    @property
    def step(self) -> Step:
        return self.steps[self.at]

    @property
    def attempt(self) -> str:
        """Names this asking of this question; the order of its options is a function of it."""
        return f"{self.id}:{self.at}"

    def moved_to(self, at: int) -> "Sitting":
        phase = Phase.ASKING if self.steps[at].asks else Phase.READING
        return replace(self, at=at, phase=phase, draft=Draft(), revision=self.revision + 1)

    def drafted(self, draft: Draft, phase: Phase) -> "Sitting":
        return replace(self, draft=draft, phase=phase, revision=self.revision + 1)

    def graded(self, right: bool, draft: Draft) -> "Sitting":
        return replace(
            self,
            draft=draft,
            phase=Phase.ANSWERED,
            answered=self.answered + 1,
            rights=self.rights + right,
            revision=self.revision + 1,
        )
