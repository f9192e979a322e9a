"""What is true after an act on an organisation: its sheets, codes, members, roles."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from learning.account.model import CodeKind, Role
from learning.audit import Deed


@dataclass(frozen=True, slots=True)
class DepartmentChoice:
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class DepartmentAsked:
    """A new sheet begins: for whom? A typed text names a new department."""

    sheet: int
    organisation: str
    departments: tuple[DepartmentChoice, ...]


@dataclass(frozen=True, slots=True)
class NumberAsked:
    """How many codes? `unreadable` when a typed text was no number that may be."""

    sheet: int
    department: str | None
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class DaysAsked:
    """For how long are they valid?"""

    sheet: int
    revision: int
    kind: CodeKind
    role: Role
    department: str | None
    channel: str | None
    number: int


@dataclass(frozen=True, slots=True)
class SheetReady:
    """The sheet is there, to print; its codes are secrets, read when this is spoken."""

    sheet: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Used:
    """At least `least` and at most `most` of a sheet's codes; the same when it is told exactly."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """`department` is None for the whole organisation, and for a roster with several. `people`
    says how many came by an open code, and is None for staff codes."""

    id: int
    kind: CodeKind
    role: Role
    department: str | None
    channel: str | None
    roster: bool
    made_at: datetime
    expires_at: datetime | None
    revoked: bool
    codes: int
    used: Used
    people: int | None


@dataclass(frozen=True, slots=True)
class SheetsShown:
    """The newest first; `older` is where the next page begins."""

    organisation: str
    sheets: tuple[SheetFacts, ...]
    older: int | None


@dataclass(frozen=True, slots=True)
class SheetShown:
    facts: SheetFacts


@dataclass(frozen=True, slots=True)
class SheetRevocationOffered:
    facts: SheetFacts


@dataclass(frozen=True, slots=True)
class FileWanted:
    """A file from this person may be fetched and read; nothing is said."""


@dataclass(frozen=True, slots=True)
class FileNotWanted:
    """It is not even fetched; nothing is said of that."""


class RosterProblem(StrEnum):
    """What is the matter with a line; `line` counts from 1 as a spreadsheet does."""

    NO_CODE = "no_code"
    NOT_A_CODE = "not_a_code"  # too short, too long, or with signs that no link carries
    TWICE = "twice"
    TAKEN = "taken"
    LONG_DEPARTMENT = "long_department"


@dataclass(frozen=True, slots=True)
class RosterLine:
    line: int
    problem: RosterProblem


@dataclass(frozen=True, slots=True)
class DepartmentCount:
    department: str | None
    codes: int


@dataclass(frozen=True, slots=True)
class RosterRead:
    """What the file would bring; nothing is valid before it is confirmed."""

    sheet: int
    revision: int
    organisation: str
    codes: int
    departments: tuple[DepartmentCount, ...]
    problems: tuple[RosterLine, ...]
    more_problems: int


class FileProblem(StrEnum):
    NOT_A_TABLE = "not_a_table"
    TOO_LARGE = "too_large"
    TOO_MANY_LINES = "too_many_lines"
    NO_COLUMNS = "no_columns"
    NOTHING_GOOD = "nothing_good"


@dataclass(frozen=True, slots=True)
class RosterRefused:
    problem: FileProblem
    problems: tuple[RosterLine, ...] = ()


@dataclass(frozen=True, slots=True)
class RosterDropped:
    pass


class CodeState(StrEnum):
    UNUSED = "unused"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class CodeShown:
    """A code of the own organisation, and who came by it.

    `person` is None when nobody, or more than one, belongs here by this code; `people` says how
    many do. `standing` is what the buttons about that person carry. `mine` are the roles that
    the one who looks may give and withdraw.
    """

    code: int
    state: CodeState
    kind: CodeKind
    department: str | None
    people: int
    person: int | None
    standing: int
    roles: frozenset[Role]
    mine: frozenset[Role]


@dataclass(frozen=True, slots=True)
class CodeAsked:
    """/code without a code."""


@dataclass(frozen=True, slots=True)
class CodeUnknown:
    """No code of the own organisation."""


@dataclass(frozen=True, slots=True)
class RemovalOffered:
    shown: CodeShown


@dataclass(frozen=True, slots=True)
class MemberRemoved:
    pass


@dataclass(frozen=True, slots=True)
class RoleChanged:
    """`given` is False when it was withdrawn."""

    role: Role
    given: bool
    shown: CodeShown


@dataclass(frozen=True, slots=True)
class RemovalTold:
    """For the one who was removed."""

    organisation: str


@dataclass(frozen=True, slots=True)
class RoleTold:
    """For the one whose role it is, or, when it was not `given`, was."""

    organisation: str
    role: Role
    given: bool


@dataclass(frozen=True, slots=True)
class NewDepartmentAsked:
    """Where does this person work now?"""

    shown: CodeShown
    departments: tuple[DepartmentChoice, ...]


@dataclass(frozen=True, slots=True)
class DepartmentChanged:
    shown: CodeShown


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """People and things by their ids; None for the command line and for who was erased."""

    id: int
    deed: Deed
    at: datetime
    by: int | None
    about: int | None
    thing: int | None
    role: Role | None


@dataclass(frozen=True, slots=True)
class AuditShown:
    organisation: str
    entries: tuple[AuditEntry, ...]
    older: int | None
    person: int | None = None
