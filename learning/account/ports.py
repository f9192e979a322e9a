"""What the account room needs remembered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from learning.account.model import Actor, Enrolment, EnrolmentCode, Person, Role


class People(Protocol):
    async def actor(self, telegram_id: int) -> Actor:
        """The person with enrolment, learning membership and roles; `person` None if unknown."""

    async def add(self, telegram_id: int, language: str, zone: str, now: datetime) -> Person: ...

    async def put(self, person: Person) -> None: ...


class Enrolments(Protocol):
    async def add(self, enrolment: Enrolment) -> None: ...

    async def put(self, enrolment: Enrolment) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def due(self, now: datetime, limit: int) -> Sequence[Actor]:
        """Reachable people whose `next_due_at` is at or before `now`, oldest first."""

    async def set_next_due(self, due: Sequence[tuple[int, datetime | None]]) -> None:
        """(person id, instant) in one statement; leaves revisions alone."""


class Codes(Protocol):
    async def find(self, code: str) -> EnrolmentCode | None: ...

    async def use(self, code: str) -> bool:
        """Takes one use; False when none was left (then nothing changed)."""


class Memberships(Protocol):
    async def begin(
        self,
        person_id: int,
        organisation_id: int,
        department: str | None,
        role: Role,
        channel: str | None,
        since: datetime,
    ) -> None: ...

    async def end_all(self, person_id: int, until: datetime) -> None: ...
