"""Finding somebody for a pair: what each side says, a round that looks, and what it proposes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from learning.mentoring.matching.outcomes import Fit
from learning.mentoring.matching.states import ProposalState, Says
from learning.mentoring.model import Side

DAYS_TO_ANSWER = timedelta(days=7)
MOST_WISHED = 3  # competences that a mentee wishes to grow in
MOST_MENTEES = 4
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Entry:
    """What one person says of themselves: a mentor's line in the register, a mentee's wish.

    `languages` are ours; `sectors` and `competences` are ids of the course, those that a mentor
    offers or a mentee wishes to grow in; no sector means any. `capacity` is how many mentees a
    mentor takes at a time. `elsewhere`: the other side may belong to another organisation.
    `again`: somebody of a former pair may be proposed once more, if both say so. It counts from
    `entered_at` on; before that it is being filled in.
    """

    id: int
    side: Side
    person_id: int
    organisation_id: int
    capacity: int = 1
    languages: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    elsewhere: bool = False
    again: bool = False
    entered_at: datetime | None = None
    revision: int = 0

    def changed(self, **fields: Any) -> "Entry":
        return replace(self, revision=self.revision + 1, **fields)

    @property
    def is_whole(self) -> bool:
        """Whether it says enough to be matched; a name is kept elsewhere."""
        return bool(self.languages and self.competences)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two people who may become a pair. `organisation_id` is the mentee's, whose coordinators
    decide. A side is None when that person was erased.

    What a side said is known to nobody else, and wiped when the proposal is over: then nothing
    tells a no from silence, a withdrawal or a mentor without a free place.
    """

    id: int
    round_id: int
    organisation_id: int
    mentor_id: int | None
    mentee_id: int | None
    fit: Fit
    made_at: datetime
    state: ProposalState = ProposalState.MADE
    deadline: datetime | None = None
    mentor_says: Says | None = None
    mentee_says: Says | None = None
    revision: int = 0

    def changed(self, **fields: Any) -> "Proposal":
        return replace(self, revision=self.revision + 1, **fields)

    def closed(self, state: ProposalState, **fields: Any) -> "Proposal":
        """Nothing is left of what the two said."""
        return self.changed(state=state, mentor_says=None, mentee_says=None, **fields)

    def side_of(self, person_id: int) -> Side | None:
        if person_id == self.mentor_id:
            return Side.MENTOR
        return Side.MENTEE if person_id == self.mentee_id else None

    def said_by(self, side: Side) -> Says | None:
        return self.mentor_says if side is Side.MENTOR else self.mentee_says

    def is_open(self, now: datetime) -> bool:
        """Whether both may still answer."""
        if self.deadline is None or self.state is not ProposalState.SENT:
            return False
        return now < self.deadline

    @property
    def is_agreed(self) -> bool:
        return self.mentor_says is Says.YES and self.mentee_says is Says.YES


@dataclass(frozen=True, slots=True)
class Round:
    """A coordinator looks for pairs. `checked` are the items of the selection checklist that were
    ticked before it opened; `opened_by` is None when that person was erased."""

    id: int
    organisation_id: int
    opened_by: int | None
    begun_at: datetime
    checked: tuple[str, ...] = ()
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    revision: int = 0

    def changed(self, **fields: Any) -> "Round":
        return replace(self, revision=self.revision + 1, **fields)
