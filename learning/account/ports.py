"""What the account room needs remembered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from learning.account.model import (
    Actor,
    Enrolment,
    EnrolmentCode,
    Membership,
    Person,
    PhoneMove,
    Role,
)


class People(Protocol):
    async def actor(self, telegram_id: int) -> Actor:
        """The person with enrolment, learning membership and roles; `person` None if unknown."""

    async def add(self, telegram_id: int, language: str, zone: str, now: datetime) -> Person: ...

    async def put(self, person: Person) -> None:
        """Everything but the Telegram id."""

    async def by_id(self, person_id: int) -> Actor:
        """Somebody else than the one who asks; `person` None if unknown."""

    async def forget_newcomer(self, person_id: int) -> None:
        """Removes somebody who pressed Start and did nothing else."""


class PhoneMoves(Protocol):
    """One-time codes that bring a person to a new Telegram account."""

    async def begin(self, person_id: int, expires_at: datetime) -> None:
        """A new code, beginning with PHONE_MOVE, in the place of the person's former one."""

    async def find(self, code: str) -> PhoneMove | None: ...

    async def take(self, person_id: int, code: str, telegram_id: int) -> bool:
        """Uses the code up: the person is at `telegram_id` from now on, and their old chat is
        forgotten. False when the code was no longer there (then nothing changed)."""


class Enrolments(Protocol):
    async def add(self, enrolment: Enrolment) -> None: ...

    async def put(self, enrolment: Enrolment) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def due(self, now: datetime, limit: int) -> Sequence[Actor]:
        """Reachable people whose `next_due_at` is at or before `now`, oldest first."""

    async def set_next_due(self, due: Sequence[tuple[int, datetime | None]]) -> None:
        """(person id, instant) in one statement; leaves revisions alone."""


class Codes(Protocol):
    async def find(self, code: str) -> EnrolmentCode | None:
        """Whatever its capitals; spelled as here goes before."""

    async def use(self, code: str) -> bool:
        """Takes one use; False when none was left (then nothing changed)."""

    async def reach(self, code_id: int, person_id: int, at: datetime) -> None:
        """Counts that this person came by an open code; a second time changes nothing."""


class Memberships(Protocol):
    async def begin(
        self,
        person_id: int,
        organisation_id: int,
        department: str | None,
        role: Role,
        channel: str | None,
        since: datetime,
        code_id: int | None = None,
    ) -> None: ...

    async def end(self, membership_id: int, until: datetime) -> None: ...

    async def with_code(self, code_id: int) -> Sequence[int]:
        """Ids of the people whose present membership came with this code."""

    async def holding(self, role: Role) -> Sequence[int]:
        """Ids of the people who have this role now, in whichever organisation."""

    async def former(self, person_id: int, organisation_id: int) -> Membership | None:
        """The one there that ended last."""

    async def end_all(self, person_id: int, until: datetime) -> None: ...
