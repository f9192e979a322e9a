"""What matching needs remembered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from learning.mentoring.matching.fitting import Candidate
from learning.mentoring.matching.model import Entry, Proposal, Round
from learning.mentoring.model import Side


class MatchingEntries(Protocol):
    """One of each side per person."""

    async def of(self, person_id: int) -> Sequence[Entry]: ...

    async def get(self, id: int) -> Entry | None: ...

    async def add(self, entry: Entry) -> Entry:
        """Under an id given here, never used before."""

    async def put(self, entry: Entry) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def drop(self, id: int) -> None: ...

    async def candidates(self, organisation_id: int, side: Side) -> Sequence[Candidate]:
        """Whoever can be reached and counts, in the order entered: mentors with their free places,
        also those of other organisations who would go elsewhere; mentees of this organisation who
        are in no running turn as such and in no proposal that may still become one."""

    async def candidate(self, id: int) -> Candidate | None:
        """The person of an entry that counts."""


class MatchingRounds(Protocol):
    async def add(self, round: Round) -> Round:
        """Under an id given here."""

    async def put(self, round: Round) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> Round | None: ...

    async def present(self, organisation_id: int) -> Round | None:
        """The one that is not closed."""


class Proposals(Protocol):
    async def add(self, proposal: Proposal) -> Proposal:
        """Under an id given here, never used before."""

    async def put(self, proposal: Proposal) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> Proposal | None: ...

    async def drop(self, ids: Sequence[int]) -> None: ...

    async def of_round(self, round_id: int) -> Sequence[Proposal]:
        """The oldest first."""

    async def of_person(self, person_id: int) -> Sequence[Proposal]:
        """Those made or sent, the oldest first."""

    async def due(self, now: datetime, limit: int) -> Sequence[Proposal]:
        """Sent ones whose deadline is at or before `now`."""

    async def tried(self, organisation_id: int, since: datetime) -> frozenset[tuple[int, int]]:
        """(mentor, mentee) whose proposal was rejected or is over, made after `since`."""

    async def former(self, organisation_id: int) -> frozenset[tuple[int, int]]:
        """(mentor, mentee) of every turn with somebody of the organisation, running or ended."""
