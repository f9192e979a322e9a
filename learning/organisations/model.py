"""How an organisation lets people in: sheets of codes."""

from dataclasses import dataclass, replace
from datetime import datetime

from learning.account.model import CodeKind, Role

MOST_CODES = 500
INVITED = (Role.MENTOR, Role.TRAINER, Role.COORDINATOR)
CHANNELS = ("leaflet", "poster", "seminar", "website")


@dataclass(frozen=True, slots=True)
class Department:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Codes made together: for one department, one role or one channel, or read from a roster.

    Until `made_at` it is a draft whose codes open nothing. `number` is None while nobody has said
    how many. `made_by` is None for the command line, and when that person was erased.
    """

    id: int
    organisation_id: int
    kind: CodeKind = CodeKind.STAFF
    role: Role = Role.LEARNER
    department: Department | None = None
    channel: str | None = None
    number: int | None = None
    made_by: int | None = None
    made_at: datetime | None = None
    expires_at: datetime | None = None
    revoked: bool = False
    roster: bool = False
    revision: int = 0

    def changed(self, **fields: object) -> "Sheet":
        """The sheet to put back after a change."""
        return replace(self, revision=self.revision + 1, **fields)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class SheetUse:
    """`codes` on the sheet, `used` of them at least once; `people` came by it."""

    sheet: Sheet
    codes: int
    used: int
    people: int


@dataclass(frozen=True, slots=True)
class NewCode:
    """A line of a roster: a code that the organisation made itself."""

    code: str
    department: str | None
