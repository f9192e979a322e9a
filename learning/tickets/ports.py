"""What the tickets room needs remembered. Texts and names are sealed where they are kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from learning.account.model import Role
from learning.tickets.model import Side, Ticket


class Tickets(Protocol):
    async def add(self, ticket: Ticket) -> Ticket:
        """Under an id given here, never used before."""

    async def put(self, ticket: Ticket) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> Ticket | None: ...

    async def drafts(self, person_id: int) -> Sequence[int]:
        """Ids of what this person has begun and not sent."""

    async def of_person(self, person_id: int) -> Sequence[Ticket]:
        """What this person asked and is not closed, drafts among it."""

    async def waiting(
        self, organisation_id: int, to: Sequence[Role], after: int, limit: int
    ) -> Sequence[Ticket]:
        """Sent to these roles there and not closed, the oldest first, later than `after`; without
        concerns, which are for one person alone."""

    async def concerns(self, organisation_id: int) -> Sequence[Ticket]:
        """Concerns passed on there and not closed."""

    async def drop(self, id: int) -> None:
        """The ticket and its texts."""

    async def write(
        self, ticket: Ticket, author_id: int, text: str, side: Side, at: datetime
    ) -> None:
        """Sealed under a key of the author's own."""

    async def wipe(self, id: int, at: datetime) -> None:
        """Its texts, for good: no restored backup brings them back, and who a concern was for. The
        ticket stays as a row without words."""

    async def staff(self, organisation_id: int, role: Role) -> Sequence[int]:
        """Ids of the reachable people who have this role in the organisation, or own it."""


class Names(Protocol):
    """Under which name others see a person."""

    async def is_settled(self, person_id: int) -> bool:
        """Whether the person gave a name or chose to stay without one."""

    async def is_named(self, person_id: int) -> bool:
        """Whether there is a name to see them by."""

    async def settle(self, person_id: int, name: str | None) -> None: ...
