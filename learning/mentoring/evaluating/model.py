"""Looking back at a turn, and what others could learn from it. Pure.

A rating is plain, from 1 to 5, 0 for one that was left out; coordinators read means of ten people
and more. A good-practice card is its author's alone until they release it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from learning.mentoring.cycle import Choice, Cycle
from learning.mentoring.model import Seen, TextHead, TextKind, Turn

LEFT_OUT, BEST = 0, 5
LONGEST_TEXT = 1000
LONGEST_PART = 700  # of a card, whose four parts stand in one message
FEWEST = 10  # answers behind a mean; it moves on in steps of as many


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One side's; `ratings` by the id of the statement, in the order they were given."""

    id: int
    turn_id: int
    person_id: int
    ratings: Mapping[str, int] = field(default_factory=dict)
    seen: Seen | None = None
    sent_at: datetime | None = None
    revision: int = 0

    def changed(self, **fields: Any) -> "Evaluation":
        return replace(self, revision=self.revision + 1, **fields)

    def next_of(self, cycle: Cycle) -> Choice | None:
        """The statement to rate now; None when only a text is left."""
        return next((each for each in cycle.evaluation if each.id not in self.ratings), None)

    def rated(self, statement: str, rating: int) -> "Evaluation":
        return self.changed(ratings={**self.ratings, statement: rating})

    def head(self, at: datetime) -> TextHead | None:
        if self.seen is None:
            return None
        return TextHead(
            self.turn_id, self.person_id, TextKind.LOOKING_BACK, str(self.id), self.seen, at
        )


class PracticeState(StrEnum):
    WAITING = "waiting"  # for somebody who reads it before all others
    PUBLISHED = "published"
    KEPT = "kept"  # not published; its author may change it and release it again


@dataclass(frozen=True, slots=True)
class Practice:
    """A card that its author released; its words are kept apart, sealed. `turn` may be gone."""

    id: int
    turn: int
    person_id: int
    organisation_id: int
    language: str
    released_at: datetime
    state: PracticeState = PracticeState.WAITING
    revision: int = 0

    def changed(self, **fields: Any) -> "Practice":
        return replace(self, revision=self.revision + 1, **fields)


def card_head(turn: Turn, author: int, part: str, at: datetime) -> TextHead:
    """Of a card that is being written: nobody else learns that it is there."""
    return TextHead(turn.id, author, TextKind.CARD, part, Seen.ME, at)


def missing(cycle: Cycle, heads: Sequence[TextHead], author: int) -> Choice | None:
    """The part of the author's card to write now; None when it is whole."""
    written = {
        head.about for head in heads if head.kind is TextKind.CARD and head.author_id == author
    }
    return next((part for part in cycle.card if part.id not in written), None)


def means(ratings: Sequence[Mapping[str, int]]) -> tuple[int, Mapping[str, float]]:
    """How many of `ratings` (the earliest first) count, and the mean of each statement, to one
    decimal. They count in steps of ten, so that no two looks tell what one person said; a
    statement that fewer than ten rated is left out."""
    counted = ratings[: len(ratings) // FEWEST * FEWEST]
    given: dict[str, list[int]] = {}
    for each in counted:
        for statement, rating in each.items():
            if rating != LEFT_OUT:
                given.setdefault(statement, []).append(rating)
    enough = {id: found for id, found in given.items() if len(found) >= FEWEST}
    return len(counted), {id: round(sum(it) / len(it), 1) for id, it in enough.items()}
