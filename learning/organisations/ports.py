"""What the organisations room needs remembered."""

from collections.abc import Sequence, Set
from typing import Protocol

from learning.account.model import EnrolmentCode
from learning.organisations.model import Department, NewCode, Sheet, SheetUse


class Sheets(Protocol):
    async def add(self, sheet: Sheet) -> Sheet:
        """Under an id given here."""

    async def put(self, sheet: Sheet) -> None:
        """Replaces the row whose revision is one less, else raises Conflict."""

    async def get(self, id: int) -> SheetUse | None: ...

    async def draft(self, person_id: int, organisation_id: int) -> Sheet | None:
        """What this person has begun and not made yet (there is at most one)."""

    async def page(
        self, organisation_id: int, before: int | None, limit: int
    ) -> Sequence[SheetUse]:
        """Made sheets, the newest first, older than the sheet `before`."""

    async def make_codes(self, sheet: Sheet) -> None:
        """`number` new codes, each for one person; of kind OPEN without a limit."""

    async def add_codes(self, sheet: Sheet, codes: Sequence[NewCode]) -> None:
        """Codes for one person each; a department that is new is added. A code that exists
        already raises Conflict."""

    async def drop_codes(self, sheet_id: int) -> None:
        """Of a draft."""

    async def revoke(self, sheet_id: int) -> None:
        """Every code of the sheet; who came by one stays."""

    async def taken(self, codes: Sequence[str]) -> Set[str]:
        """Which of these exist already, whosever they are."""

    async def find_code(self, organisation_id: int, code: str) -> EnrolmentCode | None:
        """A code of this organisation on no draft, whatever its capitals; spelled as here goes
        before."""

    async def code(self, organisation_id: int, id: int) -> EnrolmentCode | None: ...

    async def revoke_code(self, id: int) -> None: ...


class Departments(Protocol):
    async def in_use(self, organisation_id: int) -> Sequence[Department]:
        """Those that somebody belongs to or a sheet was made for, by name."""

    async def get(self, organisation_id: int, id: int) -> Department | None: ...

    async def named(self, organisation_id: int, name: str) -> Department:
        """Added when it is new."""
