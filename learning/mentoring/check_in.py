"""One side's check-in: how it goes, a rating, a question of the phase, what next. Pure.

The result, the rating and the fit are plain; what is typed is sealed, each with a `Seen`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from learning.mentoring.cycle import Cycle
from learning.mentoring.model import Seen, TextHead, TextKind, Turn

SKIPPED = 0  # a rating that was not given
LONGEST_TEXT = 2000


class Result(StrEnum):
    DONE = "done"
    NOT_YET = "not_yet"
    HELP = "help"


class Stage(StrEnum):
    """What is asked next, in this order."""

    RESULT = "result"
    RATING = "rating"
    QUESTION = "question"
    NEXT = "next"  # what next, by when
    FIT = "fit"
    DONE = "done"


_KINDS = {Stage.QUESTION: TextKind.QUESTION, Stage.NEXT: TextKind.NEXT}


@dataclass(frozen=True, slots=True)
class CheckIn:
    """`question` is the id of the phase's question; `seen` who will see the text that is being
    written; `asks_fit` whether it ends with the question of the pair's fit."""

    id: int
    turn_id: int
    person_id: int
    due_on: date
    question: str
    asks_fit: bool
    stage: Stage = Stage.RESULT
    result: Result | None = None
    rating: int | None = None
    seen: Seen | None = None
    fit: str | None = None
    answered_at: datetime | None = None
    revision: int = 0

    def changed(self, **fields: Any) -> "CheckIn":
        return replace(self, revision=self.revision + 1, **fields)

    @property
    def about(self) -> str:
        return self.due_on.isoformat()

    def head(self, at: datetime) -> TextHead | None:
        """Of the text that is awaited; None while nobody said who sees it."""
        kind = _KINDS.get(self.stage)
        if kind is None or self.seen is None:
            return None
        return TextHead(self.turn_id, self.person_id, kind, self.about, self.seen, at)


def new_check_in(
    turn: Turn, person: int, cycle: Cycle, before: Sequence[CheckIn], *, said_fit: bool = False
) -> CheckIn | None:
    """The one that is due now; `before` are the earlier ones of this side. Fit is asked in the
    first, unless this side said it after a meeting, and once more after two months. None where
    nothing is due."""
    phase = cycle.phase(turn.phase)
    if turn.asked_on is None or phase is None:
        return None
    asked = sum(each.asks_fit for each in before) + said_fit
    again = turn.begun_at.date() + timedelta(days=cycle.fit_days) <= turn.asked_on
    question = phase.questions[len(before) % len(phase.questions)].id
    fits = asked == 0 or (asked == 1 and again)
    return CheckIn(0, turn.id, person, turn.asked_on, question, fits)


def with_result(check_in: CheckIn, result: Result, now: datetime) -> CheckIn:
    return check_in.changed(result=result, stage=Stage.RATING, answered_at=now)


def with_rating(check_in: CheckIn, rating: int) -> CheckIn:
    return check_in.changed(rating=rating, stage=Stage.QUESTION)


def written(check_in: CheckIn) -> CheckIn:
    """The text is written, or left out: the next thing is asked."""
    if check_in.stage is Stage.QUESTION:
        return check_in.changed(stage=Stage.NEXT, seen=None)
    after = Stage.FIT if check_in.asks_fit else Stage.DONE
    return check_in.changed(stage=after, seen=None)


def diverge(one: CheckIn, other: CheckIn | None, cycle: Cycle) -> bool:
    """Whether the two sides rate so differently that both are invited to talk."""
    if other is None or not one.rating or not other.rating:
        return False
    return abs(one.rating - other.rating) >= cycle.divergence
