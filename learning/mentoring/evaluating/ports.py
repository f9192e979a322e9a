"""What looking back needs remembered."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from learning.mentoring.evaluating.model import Evaluation, Practice, PracticeState


class Evaluations(Protocol):
    async def add(self, evaluation: Evaluation) -> Evaluation:
        """Under an id given here; raises Conflict when this side of the turn has one."""

    async def put(self, evaluation: Evaluation) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> Evaluation | None: ...

    async def of(self, turn_id: int, person_id: int) -> Evaluation | None: ...

    async def sent(self, organisation_id: int) -> Sequence[Mapping[str, int]]:
        """What was rated by those of this organisation who sent theirs, the earliest first."""


class Practices(Protocol):
    async def release(self, practice: Practice) -> Practice:
        """With the words of its author's card in that turn as they are now; in the place of the
        one that this author released there before."""

    async def put(self, practice: Practice) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def drop(self, id: int) -> None: ...

    async def get(self, id: int) -> Practice | None: ...

    async def of(self, turn: int, person_id: int) -> Practice | None: ...

    async def in_state(
        self, organisation_id: int, state: PracticeState, limit: int
    ) -> Sequence[Practice]:
        """Those waiting the oldest first, the others the latest first."""
