"""What coordinators ask: always of the organisation they act for, never of another."""

from dataclasses import dataclass
from typing import ClassVar

from learning.account.model import Role
from learning.ask import Ask, Refused, Right
from learning.organisations import outcomes as o
from learning.pushes.outcomes import NotWanted

Inviting = o.DepartmentAsked | o.NumberAsked | o.DaysAsked | o.SheetReady | o.SheetShown | Refused
AboutCode = o.CodeShown | o.CodeUnknown | Refused


@dataclass(frozen=True, slots=True)
class Invite(Ask[o.DepartmentAsked]):
    right: ClassVar[Right] = Right.COORDINATOR


@dataclass(frozen=True, slots=True)
class ChooseDepartment(Ask[Inviting]):
    """`department` is None for the organisation as a whole."""

    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int
    department: int | None


@dataclass(frozen=True, slots=True)
class ChooseRole(Ask[Inviting]):
    """One code, for somebody who is to have this role."""

    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int
    role: Role


@dataclass(frozen=True, slots=True)
class ChooseChannel(Ask[Inviting]):
    """One open code for everybody: it counts who came, and makes nobody a member."""

    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int
    channel: str


@dataclass(frozen=True, slots=True)
class ChooseNumber(Ask[Inviting]):
    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int
    number: int


@dataclass(frozen=True, slots=True)
class MakeSheet(Ask[Inviting]):
    """Valid for `days`. A sheet that was made already is shown; a button of what was chosen
    before something else was, shows what is chosen now."""

    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int
    revision: int
    days: int


@dataclass(frozen=True, slots=True)
class AnswerInvitation(Ask[Inviting]):
    """A typed text while a sheet is being made: a department's name, or how many."""

    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int
    text: str


@dataclass(frozen=True, slots=True)
class ShowSheets(Ask[o.SheetsShown]):
    """Older than the sheet `before`; None: from the newest."""

    right: ClassVar[Right] = Right.COORDINATOR
    before: int | None = None


@dataclass(frozen=True, slots=True)
class ShowSheet(Ask[o.SheetShown | Refused]):
    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int


@dataclass(frozen=True, slots=True)
class PrintSheet(Ask[o.SheetReady | o.SheetShown | Refused]):
    """Once more, with used codes too: what is missing on a paper would tell who came."""

    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int


@dataclass(frozen=True, slots=True)
class OfferSheetRevocation(Ask[o.SheetRevocationOffered | o.SheetShown | Refused]):
    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int


@dataclass(frozen=True, slots=True)
class RevokeSheet(Ask[o.SheetShown | Refused]):
    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int


@dataclass(frozen=True, slots=True)
class OfferFile(Ask[o.FileWanted | o.FileNotWanted]):
    """Somebody sent a file: would a roster of theirs be read?"""

    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class ReadRoster(Ask[o.RosterRead | o.RosterRefused]):
    """A file sent in chat; `content` is None when it was too large or could not be fetched."""

    right: ClassVar[Right] = Right.COORDINATOR
    content: bytes | None


@dataclass(frozen=True, slots=True)
class ConfirmRoster(Ask[o.SheetReady | o.SheetShown | o.RosterDropped | Refused]):
    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int
    revision: int


@dataclass(frozen=True, slots=True)
class DropRoster(Ask[o.RosterDropped | o.SheetShown | Refused]):
    right: ClassVar[Right] = Right.COORDINATOR
    sheet: int


@dataclass(frozen=True, slots=True)
class LookUpCode(Ask[o.CodeShown | o.CodeUnknown | o.CodeAsked]):
    """/code CODE: what became of it, and of the person who came by it."""

    right: ClassVar[Right] = Right.COORDINATOR
    code: str | None


@dataclass(frozen=True, slots=True)
class ShowCode(Ask[AboutCode]):
    """The same by its id: the way back from what was only looked at."""

    right: ClassVar[Right] = Right.COORDINATOR
    code: int


@dataclass(frozen=True, slots=True)
class RevokeCode(Ask[AboutCode]):
    right: ClassVar[Right] = Right.COORDINATOR
    code: int


@dataclass(frozen=True, slots=True)
class OfferRemoval(Ask[o.RemovalOffered | AboutCode]):
    right: ClassVar[Right] = Right.COORDINATOR
    code: int


@dataclass(frozen=True, slots=True)
class RemoveMember(Ask[o.MemberRemoved | AboutCode]):
    """`standing` is the member's when the button was made."""

    right: ClassVar[Right] = Right.COORDINATOR
    code: int
    standing: int


@dataclass(frozen=True, slots=True)
class GiveRole(Ask[o.RoleChanged | AboutCode]):
    right: ClassVar[Right] = Right.COORDINATOR
    code: int
    standing: int
    role: Role


@dataclass(frozen=True, slots=True)
class WithdrawRole(Ask[o.RoleChanged | AboutCode]):
    right: ClassVar[Right] = Right.COORDINATOR
    code: int
    standing: int
    role: Role


@dataclass(frozen=True, slots=True)
class OfferDepartments(Ask[o.NewDepartmentAsked | AboutCode]):
    right: ClassVar[Right] = Right.COORDINATOR
    code: int


@dataclass(frozen=True, slots=True)
class ChangeDepartment(Ask[o.DepartmentChanged | AboutCode]):
    """`department` is None for the organisation as a whole."""

    right: ClassVar[Right] = Right.COORDINATOR
    code: int
    standing: int
    department: int | None


@dataclass(frozen=True, slots=True)
class PrepareRemoval(Ask[o.RemovalTold | NotWanted]):
    """What is said to somebody who was removed."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareRole(Ask[o.RoleTold | NotWanted]):
    """What is said to somebody who was given a role, or lost one."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class ShowAudit(Ask[o.AuditShown]):
    """Older than the entry `before`; None: from the newest. `person`: only what they did, and what
    was done about them."""

    right: ClassVar[Right] = Right.OWNER
    before: int | None = None
    person: int | None = None
