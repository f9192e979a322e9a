"""What two people agree on, and how a proposal becomes an agreement. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from learning.mentoring.cycle import Terms
from learning.mentoring.model import Side

LONGEST = 300  # characters of a goal, and of its sign


class AgreementState(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"  # waits for the other side
    AGREED = "agreed"
    PAST = "past"  # another one came in its place


class Term(StrEnum):
    """What is chosen by a button."""

    WEEKS = "weeks"  # between check-ins
    MINUTES = "minutes"  # of a meeting
    CHANNEL = "channel"
    CONFIDENTIALITY = "confidentiality"
    ENDING = "ending"


class Awaited(StrEnum):
    """What is typed next."""

    GOAL = "goal"
    SIGN = "sign"  # how both will notice that the goal is reached, and by when


@dataclass(frozen=True, slots=True)
class Goal:
    text: str
    sign: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """`by` is whoever writes or proposed it. `person_id` is the mentee, whose goals these are."""

    id: int
    turn_id: int
    person_id: int
    by: Side
    weeks: int
    minutes: int
    channel: str
    confidentiality: str
    ending: str
    goals: tuple[Goal, ...] = ()
    state: AgreementState = AgreementState.DRAFT
    awaited: Awaited | None = None
    agreed_at: datetime | None = None
    revision: int = 0

    @property
    def is_open(self) -> bool:
        return self.state in (AgreementState.DRAFT, AgreementState.PROPOSED)

    @property
    def is_whole(self) -> bool:
        """Every goal can be verified, and there is one at least."""
        return bool(self.goals) and all(goal.sign for goal in self.goals)

    def changed(self, **fields: Any) -> "Agreement":
        return replace(self, revision=self.revision + 1, **fields)


def first_draft(turn_id: int, mentee: int, by: Side, terms: Terms) -> Agreement:
    """Every four weeks for an hour where the circle allows it; all of it can be changed."""
    return Agreement(
        id=0,
        turn_id=turn_id,
        person_id=mentee,
        by=by,
        weeks=4 if 4 in terms.weeks else terms.weeks[0],
        minutes=60 if 60 in terms.minutes else terms.minutes[0],
        channel=terms.channels[0].id,
        confidentiality=terms.confidentiality[0].id,
        ending=terms.endings[0].id,
    )


def choices(terms: Terms) -> Mapping[Term, tuple[str, ...]]:
    """What each term may be, as its button spells it."""
    return {
        Term.WEEKS: tuple(map(str, terms.weeks)),
        Term.MINUTES: tuple(map(str, terms.minutes)),
        Term.CHANNEL: tuple(choice.id for choice in terms.channels),
        Term.CONFIDENTIALITY: tuple(choice.id for choice in terms.confidentiality),
        Term.ENDING: tuple(choice.id for choice in terms.endings),
    }


def with_term(agreement: Agreement, term: Term, value: str, terms: Terms) -> Agreement | None:
    """None for what the circle does not offer."""
    if value not in choices(terms)[term]:
        return None
    chosen = int(value) if term in (Term.WEEKS, Term.MINUTES) else value
    return agreement.changed(**{term.value: chosen})


def with_goal(agreement: Agreement, text: str, terms: Terms) -> Agreement | None:
    """What was typed, as a new goal or as the sign of the last; None for what does not fit."""
    said = " ".join(text.split())
    if not 0 < len(said) <= LONGEST:
        return None
    if agreement.awaited is Awaited.SIGN and agreement.goals:
        *before, last = agreement.goals
        return agreement.changed(goals=(*before, replace(last, sign=said)), awaited=None)
    if len(agreement.goals) >= terms.goals:
        return None
    return agreement.changed(goals=(*agreement.goals, Goal(said)), awaited=Awaited.SIGN)


def without_goal(agreement: Agreement, number: int) -> Agreement:
    kept = tuple(goal for at, goal in enumerate(agreement.goals) if at != number)
    return agreement.changed(goals=kept, awaited=None)


def taken_up(agreement: Agreement, by: Side) -> Agreement:
    """Changed by this side, it is a draft of theirs."""
    return agreement.changed(state=AgreementState.DRAFT, by=by, awaited=None)
