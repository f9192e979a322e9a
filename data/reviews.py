"""Spaced retrieval: what is due, and the history behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update

from data.session import Session
from data.tables.reviews import review_log, reviews
from learning.ask import Conflict
from learning.reviews.model import Confidence, Rating, Review

_OF = select(reviews).where(reviews.c.person_id == bindparam("person_id"))
_GET = _OF.where(reviews.c.question == bindparam("question"))
_is_due = reviews.c.due_at < bindparam("before")
_DUE = _OF.where(_is_due).order_by(reviews.c.due_at, reviews.c.question).limit(bindparam("at_most"))
_COUNT_DUE = (
    select(func.count())
    .select_from(reviews)
    .where(reviews.c.person_id == bindparam("person_id"))
    .where(_is_due)
)
_NEXT_DUE = _OF.order_by(reviews.c.due_at).limit(1)
_ADD = insert(reviews)
_PUT = (
    update(reviews)
    .where(reviews.c.person_id == bindparam("this_person"))
    .where(reviews.c.question == bindparam("this_question"))
    .where(reviews.c.revision == bindparam("before"))
)
_LOG = insert(review_log)


@dataclass(frozen=True, slots=True)
class SqlReviews:
    session: Session

    async def get(self, person_id: int, question: str) -> Review | None:
        row = await self.session.row(_GET, {"person_id": person_id, "question": question})
        return _read(row) if row else None

    async def put(self, review: Review) -> None:
        values = {
            "stability": review.stability,
            "difficulty": review.difficulty,
            "due_at": review.due_at,
            "last_at": review.last_at,
            "revision": review.revision,
        }
        person, question = review.person_id, review.question
        if review.revision == 0:
            await self.session.run(_ADD, {"person_id": person, "question": question, **values})
            return
        guard = {"this_person": person, "this_question": question, "before": review.revision - 1}
        if not await self.session.run(_PUT, {**guard, **values}):
            raise Conflict

    async def log(
        self,
        person_id: int,
        question: str,
        rating: Rating,
        confidence: Confidence | None,
        at: datetime,
    ) -> None:
        await self.session.run(
            _LOG,
            {
                "person_id": person_id,
                "question": question,
                "rating": rating,
                "confidence": confidence,
                "at": at,
            },
        )

    async def due(self, person_id: int, before: datetime, limit: int) -> Sequence[Review]:
        values = {"person_id": person_id, "before": before, "at_most": limit}
        return [_read(row) for row in await self.session.rows(_DUE, values)]

    async def count_due(self, person_id: int, before: datetime) -> int:
        row = await self.session.one(_COUNT_DUE, {"person_id": person_id, "before": before})
        return int(row[0])

    async def next_due(self, person_id: int) -> datetime | None:
        row = await self.session.row(_NEXT_DUE, {"person_id": person_id})
        return row.due_at if row else None

    async def of(self, person_id: int) -> Sequence[Review]:
        return [_read(row) for row in await self.session.rows(_OF, {"person_id": person_id})]


def _read(row: Row[Any]) -> Review:
    return Review(
        person_id=row.person_id,
        question=row.question,
        stability=row.stability,
        difficulty=row.difficulty,
        due_at=row.due_at,
        last_at=row.last_at,
        revision=row.revision,
    )
