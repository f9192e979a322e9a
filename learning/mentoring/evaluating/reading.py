"""What looking back shows, for one reader; nothing of this stands in an outcome."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learning.mentoring.evaluating.model import Evaluation, Practice
from learning.mentoring.model import Side, Turn


@dataclass(frozen=True, slots=True)
class LookBack:
    """`side` is the reader's; `partner` the other one's name, where one was given. `card` holds
    the reader's own words by part, `practice` what was released of them; `said` is what the other
    one wrote for the reader to see."""

    turn: Turn
    side: Side
    partner: str | None
    evaluation: Evaluation | None = None
    card: Mapping[str, str] = field(default_factory=dict)
    practice: Practice | None = None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class PracticeRead:
    """`words` by part of the card, in its order. Nothing in it leads to its author."""

    id: int
    words: Mapping[str, str]
