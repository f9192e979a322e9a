"""Reviews and scenario runs in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from learning.ask import Conflict
from learning.course.scenario import Scenario
from learning.reviews.model import Confidence, Rating, Review
from learning.scenarios.model import Run
from tests.contract.memory.state import State


@dataclass(frozen=True)
class MemoryReviews:
    state: State

    async def get(self, person_id: int, question: str) -> Review | None:
        return self.state.reviews.get((person_id, question))

    async def put(self, review: Review) -> None:
        key = (review.person_id, review.question)
        before = self.state.reviews.get(key)
        if (before.revision if before else -1) != review.revision - 1:
            raise Conflict
        self.state.reviews[key] = review

    async def log(
        self,
        person_id: int,
        question: str,
        rating: Rating,
        confidence: Confidence | None,
        at: datetime,
    ) -> None:
        entry = (person_id, question, rating, confidence, at)
        self.state.review_log[next(self.state.ids)] = entry

    async def due(self, person_id: int, before: datetime, limit: int) -> Sequence[Review]:
        due = [review for review in await self.of(person_id) if review.due_at < before]
        return sorted(due, key=lambda review: (review.due_at, review.question))[:limit]

    async def count_due(self, person_id: int, before: datetime) -> int:
        return sum(review.due_at < before for review in await self.of(person_id))

    async def next_due(self, person_id: int) -> datetime | None:
        return min((review.due_at for review in await self.of(person_id)), default=None)

    async def of(self, person_id: int) -> Sequence[Review]:
        return [review for review in self.state.reviews.values() if review.person_id == person_id]


@dataclass(frozen=True)
class MemoryRuns:
    state: State

    async def get(self, id: int) -> Run | None:
        return self.state.runs.get(id)

    async def open_of(self, person_id: int, scenario_id: str) -> Run | None:
        for run in reversed(self.state.runs.values()):
            mine = run.person_id == person_id and run.scenario_id == scenario_id
            if mine and run.finished_at is None:
                return run
        return None

    async def add(self, person_id: int, scenario: Scenario, definition: str) -> Run:
        run = Run(
            id=next(self.state.ids),
            person_id=person_id,
            scenario_id=scenario.id,
            definition=definition,
            node=scenario.start,
            variables=dict(scenario.variables),
        )
        self.state.runs[run.id] = run
        return run

    async def put(self, run: Run) -> None:
        before = self.state.runs.get(run.id)
        if before is None or before.revision != run.revision - 1:
            raise Conflict
        self.state.runs[run.id] = run
