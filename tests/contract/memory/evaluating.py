"""Looking back at turns in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from learning.ask import Conflict
from learning.mentoring.evaluating.model import Evaluation, Practice, PracticeState
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryEvaluations:
    state: State

    async def add(self, evaluation: Evaluation) -> Evaluation:
        if await self.of(evaluation.turn_id, evaluation.person_id):
            raise Conflict
        added = replace(evaluation, id=next(self.state.ids))
        self.state.evaluations[added.id] = added
        return added

    async def put(self, evaluation: Evaluation) -> None:
        before = self.state.evaluations.get(evaluation.id)
        if before is None or before.revision != evaluation.revision - 1:
            raise Conflict
        self.state.evaluations[evaluation.id] = evaluation

    async def get(self, id: int) -> Evaluation | None:
        return self.state.evaluations.get(id)

    async def of(self, turn_id: int, person_id: int) -> Evaluation | None:
        every = self.state.evaluations.values()
        found = (it for it in every if (it.turn_id, it.person_id) == (turn_id, person_id))
        return next(found, None)

    async def sent(self, organisation_id: int) -> Sequence[Mapping[str, int]]:
        every = self.state.evaluations.values()
        sent = [(it.sent_at, it.id, it) for it in every if it.sent_at is not None]
        ordered = sorted(sent, key=lambda each: each[:2])
        return [it.ratings for _, _, it in ordered if self._here(it) == organisation_id]

    def _here(self, evaluation: Evaluation) -> int | None:
        turn = self.state.turns[evaluation.turn_id]
        side = turn.side_of(evaluation.person_id)
        return turn.party(side).organisation_id if side else None


@dataclass(frozen=True)
class MemoryPractices:
    state: State

    async def release(self, practice: Practice) -> Practice:
        before = await self.of(practice.turn, practice.person_id)
        if before is not None:
            await self.drop(before.id)
        added = replace(practice, id=next(self.state.ids))
        self.state.practices[added.id] = added
        return added

    async def put(self, practice: Practice) -> None:
        before = self.state.practices.get(practice.id)
        if before is None or before.revision != practice.revision - 1:
            raise Conflict
        self.state.practices[practice.id] = practice

    async def drop(self, id: int) -> None:
        self.state.practices.pop(id, None)

    async def get(self, id: int) -> Practice | None:
        return self.state.practices.get(id)

    async def of(self, turn: int, person_id: int) -> Practice | None:
        every = self.state.practices.values()
        return next((it for it in every if (it.turn, it.person_id) == (turn, person_id)), None)

    async def in_state(
        self, organisation_id: int, state: PracticeState, limit: int
    ) -> Sequence[Practice]:
        every = self.state.practices.values()
        found = [it for it in every if it.organisation_id == organisation_id and it.state is state]
        latest_first = state is not PracticeState.WAITING
        found.sort(key=lambda it: (it.released_at, it.id), reverse=latest_first)
        return found[:limit]
