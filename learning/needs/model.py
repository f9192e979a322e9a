"""A round of the needs analysis, and one person's way through its questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from learning.account.model import Actor, Role
from learning.needs.answers import Answer, Answers, Wave
from learning.organisations.model import Department


class Mode(StrEnum):
    """Who may see what; a round's mode is fixed when it is launched."""

    OWN = "own"  # in no round: for one's own path alone
    CONFIDENTIAL = "confidential"
    UNLINKED = "unlinked"  # after sending nothing leads from the answers to the person


@dataclass(frozen=True, slots=True)
class Round:
    """An organisation asks its learners, or those of `departments`; none of these means all.

    Until `launched_at` it is a plan. It is open from `opens_at` until `closes_at`, or until
    somebody closes it; `definition` is the questionnaire that it asks. `reminders` counts those
    that the coordinators sent, the last at `reminded_at`. `made_by` is None when that person was
    erased.
    """

    id: int
    organisation_id: int
    definition: str
    mode: Mode = Mode.CONFIDENTIAL
    departments: tuple[Department, ...] = ()
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    launched_at: datetime | None = None
    closed_at: datetime | None = None
    made_by: int | None = None
    reminders: int = 0
    reminded_at: datetime | None = None
    revision: int = 0

    def is_open(self, now: datetime) -> bool:
        if self.launched_at is None or self.closed_at is not None or self.opens_at is None:
            return False
        return self.opens_at <= now and (self.closes_at is None or now < self.closes_at)

    def asks(self, actor: Actor) -> bool:
        """Whether it is for this learner."""
        member = actor.membership
        if member is None or member.role is not Role.LEARNER:
            return False
        if member.organisation.id != self.organisation_id:
            return False
        names = {department.name for department in self.departments}
        return not names or member.department in names

    def changed(self, **fields: Any) -> "Round":
        return replace(self, revision=self.revision + 1, **fields)


@dataclass(frozen=True, slots=True)
class Draft:
    """What one person has answered and not sent; one per person.

    `at` is the place that is asked now, None when all is answered and looked over. `picks` is
    what is ticked there and not settled, or the fact whose choices are shown.
    """

    id: int
    person_id: int
    definition: str
    begun_at: datetime
    touched_at: datetime
    mode: Mode = Mode.OWN
    round_id: int | None = None
    wave: Wave = Wave.BEFORE
    answers: Answers = field(default_factory=dict)
    at: str | None = None
    picks: Answer = ()
    revision: int = 0

    def moved(self, at: str | None, now: datetime, picks: Answer = ()) -> "Draft":
        return replace(self, at=at, picks=picks, touched_at=now, revision=self.revision + 1)

    def answered(self, answer: Answer) -> "Draft":
        """With `answer` at the present place; the revision is the next move's."""
        if self.at is None:
            raise AssertionError("the review takes no answer")
        answers: Mapping[str, Answer] = {**self.answers, self.at: answer}
        return replace(self, answers=answers)


@dataclass(frozen=True, slots=True)
class Sent:
    """Answers that stay with their person: all but those of an unlinked round."""

    person_id: int
    wave: Wave
    mode: Mode
    definition: str
    answers: Answers
    sent_at: datetime
    round_id: int | None = None


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of a department's learners were asked, and how many have answered."""

    department: str | None
    asked: int
    answered: int
