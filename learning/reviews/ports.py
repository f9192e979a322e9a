"""What spaced retrieval needs remembered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from learning.reviews.model import Confidence, Rating, Review


class Reviews(Protocol):
    async def get(self, person_id: int, question: str) -> Review | None: ...

    async def put(self, review: Review) -> None:
        """Adds it at revision 0, else replaces the row of the revision before, or Conflict."""

    async def log(
        self,
        person_id: int,
        question: str,
        rating: Rating,
        confidence: Confidence | None,
        at: datetime,
    ) -> None:
        """The history from which every schedule can be computed again."""

    async def due(self, person_id: int, before: datetime, limit: int) -> Sequence[Review]:
        """Due earlier than `before`, the longest due first."""

    async def of(self, person_id: int) -> Sequence[Review]: ...
