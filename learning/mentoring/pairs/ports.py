"""What a coordinator's look at the pairs needs remembered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from learning.mentoring.model import Turn
from learning.mentoring.pairs.outcomes import Place


@dataclass(frozen=True, slots=True)
class Circle:
    """A turn, and one in which its mentee became the mentor."""

    first: Turn
    second: Turn


class Pairs(Protocol):
    """Of one organisation: at least one of the two belongs to it. Pairs of `me` are left out:
    nobody looks at their own from outside."""

    async def places(self, organisation_id: int, me: int) -> Sequence[Place]:
        """In no order; only places where there are pairs."""

    async def running(self, organisation_id: int, me: int, skip: int, limit: int) -> Sequence[Turn]:
        """The silent ones first, then those that have been under way for longest."""

    async def generations(self, organisation_id: int, me: int) -> Sequence[tuple[int, int]]:
        """(generation, turns running or gone all the way), the first generation first."""

    async def circles(self, organisation_id: int, me: int, limit: int) -> Sequence[Circle]:
        """Both turns within the organisation, the latest first."""
