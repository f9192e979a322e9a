"""Matching in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from learning.ask import Conflict
from learning.mentoring.matching.fitting import Candidate
from learning.mentoring.matching.model import Entry, Proposal, Round
from learning.mentoring.matching.states import ProposalState
from learning.mentoring.model import Side
from tests.contract.memory.state import State

OPEN = (ProposalState.MADE, ProposalState.SENT)


@dataclass(frozen=True)
class MemoryMatchingEntries:
    state: State

    async def of(self, person_id: int) -> Sequence[Entry]:
        every = sorted(self.state.matching_entries.items())
        return [each for _, each in every if each.person_id == person_id]

    async def get(self, id: int) -> Entry | None:
        return self.state.matching_entries.get(id)

    async def add(self, entry: Entry) -> Entry:
        added = replace(entry, id=next(self.state.ids))
        self.state.matching_entries[added.id] = added
        return added

    async def put(self, entry: Entry) -> None:
        before = self.state.matching_entries.get(entry.id)
        if before is None or before.revision != entry.revision - 1:
            raise Conflict
        self.state.matching_entries[entry.id] = entry

    async def drop(self, id: int) -> None:
        self.state.matching_entries.pop(id, None)

    async def candidates(self, organisation_id: int, side: Side) -> Sequence[Candidate]:
        found = [
            self._candidate(each)
            for each in self.state.matching_entries.values()
            if each.side is side and each.is_whole and self._counts(each)
        ]
        here = [
            each
            for each in found
            if each.entry.organisation_id == organisation_id
            or (side is Side.MENTOR and each.entry.elsewhere)
        ]
        if side is Side.MENTEE:
            here = [each for each in here if not self._taken(each.entry)]
        return sorted(here, key=lambda each: (each.entry.entered_at or 0, each.entry.id))

    async def candidate(self, id: int) -> Candidate | None:
        entry = self.state.matching_entries.get(id)
        return self._candidate(entry) if entry and self._counts(entry) else None

    def _counts(self, entry: Entry) -> bool:
        belongs = any(
            member.person_id == entry.person_id and member.organisation.id == entry.organisation_id
            for member in self.state.memberships.values()
        )
        reachable = self.state.persons[entry.person_id].reachable
        return entry.entered_at is not None and belongs and reachable

    def _taken(self, entry: Entry) -> int:
        me, side = entry.person_id, entry.side
        turns = sum(it.running and it.side_of(me) is side for it in self.state.turns.values())
        proposals = self.state.proposals.values()
        return turns + sum(it.state in OPEN and it.side_of(me) is side for it in proposals)

    def _candidate(self, entry: Entry) -> Candidate:
        member = next(
            member
            for member in reversed(self.state.memberships.values())
            if member.person_id == entry.person_id
        )
        taken = self._taken(entry) if entry.side is Side.MENTOR else 0
        return Candidate(
            entry=entry,
            language=self.state.persons[entry.person_id].language,
            department=member.department,
            places=max(entry.capacity - taken, 0),
            organisation=member.organisation.name,
        )


@dataclass(frozen=True)
class MemoryMatchingRounds:
    state: State

    async def add(self, round: Round) -> Round:
        if await self.present(round.organisation_id):
            raise Conflict
        added = replace(round, id=next(self.state.ids))
        self.state.matching_rounds[added.id] = added
        return added

    async def put(self, round: Round) -> None:
        before = self.state.matching_rounds.get(round.id)
        if before is None or before.revision != round.revision - 1:
            raise Conflict
        self.state.matching_rounds[round.id] = round

    async def get(self, id: int) -> Round | None:
        return self.state.matching_rounds.get(id)

    async def present(self, organisation_id: int) -> Round | None:
        here = (
            each
            for each in self.state.matching_rounds.values()
            if each.organisation_id == organisation_id and each.closed_at is None
        )
        return next(here, None)


@dataclass(frozen=True)
class MemoryProposals:
    state: State

    async def add(self, proposal: Proposal) -> Proposal:
        added = replace(proposal, id=next(self.state.ids))
        self.state.proposals[added.id] = added
        return added

    async def put(self, proposal: Proposal) -> None:
        before = self.state.proposals.get(proposal.id)
        if before is None or before.revision != proposal.revision - 1:
            raise Conflict
        self.state.proposals[proposal.id] = proposal

    async def get(self, id: int) -> Proposal | None:
        return self.state.proposals.get(id)

    async def drop(self, ids: Sequence[int]) -> None:
        for id in ids:
            self.state.proposals.pop(id, None)

    async def of_round(self, round_id: int) -> Sequence[Proposal]:
        return [each for each in self._every() if each.round_id == round_id]

    async def of_person(self, person_id: int) -> Sequence[Proposal]:
        mine = (each for each in self._every() if each.side_of(person_id))
        return [each for each in mine if each.state in OPEN]

    async def due(self, now: datetime, limit: int) -> Sequence[Proposal]:
        sent = (each for each in self._every() if each.state is ProposalState.SENT)
        due = [(each.deadline, each.id) for each in sent if each.deadline and each.deadline <= now]
        return [self.state.proposals[id] for _, id in sorted(due)[:limit]]

    async def tried(self, organisation_id: int, since: datetime) -> frozenset[tuple[int, int]]:
        return frozenset(
            (each.mentor_id, each.mentee_id)
            for each in self._every()
            if each.organisation_id == organisation_id
            and each.made_at > since
            and each.state in (ProposalState.REJECTED, ProposalState.OVER)
            and each.mentor_id
            and each.mentee_id
        )

    async def former(self, organisation_id: int) -> frozenset[tuple[int, int]]:
        return frozenset(
            (turn.mentor.person_id, turn.mentee.person_id)
            for turn in self.state.turns.values()
            if organisation_id in (turn.mentor.organisation_id, turn.mentee.organisation_id)
            and turn.mentor.person_id
            and turn.mentee.person_id
        )

    def _every(self) -> list[Proposal]:
        return [each for _, each in sorted(self.state.proposals.items())]
