"""How far somebody is, in numbers; a screen draws and words it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SubunitProgress:
    """`done` of `of` lessons; `scenario` whether the closing scenario was played to an end."""

    id: str
    done: int
    of: int
    scenario: bool


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    id: str
    subunits: tuple[SubunitProgress, ...]


@dataclass(frozen=True, slots=True)
class ProgressShown:
    """`strength` is the mean likelihood, 0–1, of still knowing the `questions` met so far in a
    week without practice."""

    modules: tuple[ModuleProgress, ...]
    days_learned: int
    streak: int
    questions: int
    strength: float | None
    due_today: int
    next_at: datetime | None
    finished: bool
