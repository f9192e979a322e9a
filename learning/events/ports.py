"""What the events room needs remembered. Titles, speakers and links are sealed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from learning.events.model import Event, Registration, Turnout
from learning.pushes.model import PushKind


class Events(Protocol):
    async def add(self, event: Event) -> Event:
        """Under an id and with a code given here, never used before."""

    async def put(self, event: Event) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> Event | None: ...

    async def by_code(self, code: str) -> Event | None: ...

    async def drop(self, id: int) -> None:
        """A draft."""

    async def registration(self, event_id: int, person_id: int) -> Registration | None: ...

    async def register(self, registration: Registration) -> None:
        """In the place of the person's former one."""

    async def first_waiting(self, event_id: int) -> Registration | None: ...

    async def turnout(self, event_id: int) -> Turnout: ...

    async def count_answer(self, event_id: int, question: int, answer: int) -> None: ...

    async def tell_registered(
        self, event: Event, kind: PushKind, occasion: str, due_at: datetime, *, missed: bool = False
    ) -> None:
        """A row of the ledger for each who is registered, or of these who `missed` it, in one
        statement."""

    async def of_person(
        self, person_id: int, organisation_id: int, since: datetime
    ) -> Sequence[Event]:
        """Open ones of the organisation that begin after `since` and that the person once
        registered for."""

    async def of_organisations(
        self, ids: Sequence[int], since: datetime, limit: int
    ) -> Sequence[Event]:
        """Open ones that begin after `since`, the earliest first."""

    async def latest(self, organisation_id: int, limit: int) -> Sequence[Event]:
        """Open ones, the one that begins last first."""
