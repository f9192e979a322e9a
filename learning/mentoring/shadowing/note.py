"""What one writes on a day of job shadowing: at the end of each slot, and after the day. Pure.

A note has a few questions, each of which may be left out; before the first text it is said who will
see it, and until the next text that may be changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from learning.mentoring.cycle import Choice, Shadowing
from learning.mentoring.model import Seen, Side, TextHead, TextKind
from learning.mentoring.shadowing.model import DEBRIEF, Plan, ShadowingDay

WEEKS = (1, 2, 4)  # by when somebody wants to have tried something


@dataclass(frozen=True, slots=True)
class Note:
    """`part` is the number of a slot from 0, or DEBRIEF; `answered` counts the questions that were
    answered or left out. `seen` is who sees the next text. `tries` says that what one will try was
    written, `by_when` until which local day."""

    id: int
    day_id: int
    turn_id: int
    person_id: int
    part: str
    answered: int = 0
    seen: Seen | None = None
    tries: bool = False
    by_when: date | None = None
    done_at: datetime | None = None
    revision: int = 0

    def changed(self, **fields: Any) -> "Note":
        return replace(self, revision=self.revision + 1, **fields)

    @property
    def kind(self) -> TextKind:
        return TextKind.DEBRIEF if self.part == DEBRIEF else TextKind.OBSERVATION

    def head(self, question: Choice, at: datetime) -> TextHead | None:
        """None while nobody said who sees it."""
        if self.seen is None:
            return None
        about = f"{self.day_id}.{self.part}.{question.id}"
        return TextHead(self.turn_id, self.person_id, self.kind, about, self.seen, at)


def questions(part: str, side: Side, plan: Plan, shadowing: Shadowing) -> tuple[Choice, ...]:
    if part != DEBRIEF:
        return shadowing.observations
    own = shadowing.host if side is plan.host else shadowing.guest
    return (*own, shadowing.trying)


def question_of(note: Note, side: Side, plan: Plan, shadowing: Shadowing) -> Choice | None:
    """What is asked now; None when only a date is left, or nothing."""
    if note.done_at is not None:
        return None
    every = questions(note.part, side, plan, shadowing)
    return every[note.answered] if note.answered < len(every) else None


def answered(note: Note, asked: Sequence[Choice], written: bool, now: datetime) -> Note:
    """The question that was asked is behind; after what one will try comes by when."""
    last = note.answered + 1 >= len(asked)
    tries = written and last and note.part == DEBRIEF
    done_at = now if last and not tries else None
    return note.changed(answered=note.answered + 1, tries=tries, done_at=done_at)


def may_write(day: ShadowingDay, part: str, side: Side, now: datetime) -> bool:
    """The guest from the beginning of a slot on, both from that of the last one on."""
    plan = day.agreed
    if plan is None or not day.has_begun(now):
        return False
    if part == DEBRIEF:
        return plan.instant(plan.slots[-1].starts) <= now
    number = (
        int(part) if part.isascii() and part.isdecimal() and len(part) == 1 else len(plan.slots)
    )
    if side is plan.host or number >= len(plan.slots):
        return False
    return plan.instant(plan.slots[number].starts) <= now
