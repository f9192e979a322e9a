"""An example of every outcome about organisations, codes, roles and moves."""

from datetime import UTC, datetime
from typing import Any

from learning.account import outcomes as account
from learning.account.model import CodeKind, Role
from learning.ask import Refused, Right
from learning.audit import Deed
from learning.organisations import outcomes as o
from learning.organisations.outcomes import Used
from learning.readings import PrintedCode, PrintedSheet

MADE = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
LATER = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)
LONGEST_ID = 2**63 - 1
REVISION = 2**31 - 1
NAME = "Municipality of Egaleo & <friends>"
LONG = "Department of Civil Registry, Citizen Service and International Protection of the City"
DEPARTMENTS = tuple(o.DepartmentChoice(LONGEST_ID - n, f"{LONG} {n}") for n in range(60))


def facts(**fields: object) -> o.SheetFacts:
    plain: dict[str, object] = {
        "id": LONGEST_ID,
        "kind": CodeKind.STAFF,
        "role": Role.LEARNER,
        "department": "Registry <1>",
        "channel": None,
        "roster": False,
        "made_at": MADE,
        "expires_at": LATER,
        "revoked": False,
        "codes": 25,
        "used": Used(1, 24),
        "people": None,
    }
    return o.SheetFacts(**{**plain, **fields})  # type: ignore[arg-type]


SHEETS = (
    facts(),
    facts(revoked=True, department=LONG),
    facts(
        kind=CodeKind.OPEN, channel="poster", codes=1, used=Used(0, 1), people=1204, department=None
    ),
    facts(kind=CodeKind.OPEN, channel="fair & market", codes=1, used=Used(0, 1), people=1),
    facts(role=Role.TRAINER, codes=1, used=Used(0, 1), department=None),
    facts(used=Used(0, 0)),
    facts(used=Used(15, 24)),
    facts(roster=True, department=None, codes=2000, used=Used(2000, 2000)),
    facts(expires_at=MADE, department=None),
    facts(expires_at=None),
)


def code(**fields: object) -> o.CodeShown:
    plain: dict[str, object] = {
        "code": LONGEST_ID,
        "state": o.CodeState.USED,
        "kind": CodeKind.STAFF,
        "department": "Registry <1>",
        "people": 1,
        "person": 12,
        "standing": REVISION,
        "roles": frozenset({Role.LEARNER, Role.TRAINER}),
        "mine": frozenset({Role.MENTOR, Role.TRAINER, Role.COORDINATOR, Role.OWNER}),
    }
    return o.CodeShown(**{**plain, **fields})  # type: ignore[arg-type]


NOBODY: dict[str, Any] = {"people": 0, "person": None, "roles": frozenset(), "mine": frozenset()}
CODES = (
    code(),
    code(mine=frozenset(), roles=frozenset({Role.OWNER})),
    code(**{**NOBODY, "people": 4}),
    *(code(state=state, department=None, **NOBODY) for state in o.CodeState),
)
PROBLEMS = tuple(
    o.RosterLine(1999 - n, list(o.RosterProblem)[n % len(o.RosterProblem)]) for n in range(20)
)
ENTRIES = (
    *(
        o.AuditEntry(n, deed, MADE, 3, 7, LONGEST_ID, Role.MENTOR)
        for n, deed in enumerate(Deed, start=1)
    ),
    o.AuditEntry(99, Deed.GAVE_ROLE, MADE, None, 7, 8, Role.COORDINATOR),
    o.AuditEntry(98, Deed.REMOVED_MEMBER, MADE, 3, None, 8, None),
)


def of_moving() -> list[object]:
    return [
        account.MoveOffered(5, NAME, None, "<Leganés>", "Atención"),
        account.Moved(NAME, "Registry"),
        account.Moved("<Leganés>", None),
        *(account.MoveRefused(problem) for problem in account.CodeProblem),
        account.LeaveOffered(REVISION, NAME, frozenset(Role)),
        account.LeaveOffered(1, NAME, frozenset({Role.LEARNER})),
        account.Left(NAME),
        account.NothingToLeave(),
        account.PhoneMoveBegun(5, LATER),
        account.PhoneMoveOffered(5),
        account.PhoneMoved(),
        *(account.PhoneMoveRefused(problem) for problem in account.PhoneMoveProblem),
        *(Refused(right) for right in (Right.COORDINATOR, Right.OWNER, Right.TRAINER)),
    ]


def of_organisations() -> list[object]:
    days = (LONGEST_ID, REVISION)
    roster = (LONGEST_ID, REVISION, NAME)
    many = tuple(o.DepartmentCount(each.name, 33) for each in DEPARTMENTS[:35])
    return [
        o.DepartmentAsked(LONGEST_ID, NAME, ()),
        o.DepartmentAsked(LONGEST_ID, NAME, DEPARTMENTS),
        o.NumberAsked(LONGEST_ID, None),
        o.NumberAsked(LONGEST_ID, LONG, unreadable=True),
        o.DaysAsked(*days, CodeKind.STAFF, Role.LEARNER, "Registry", None, 25),
        o.DaysAsked(*days, CodeKind.STAFF, Role.LEARNER, None, None, 1),
        o.DaysAsked(*days, CodeKind.STAFF, Role.TRAINER, None, None, 1),
        o.DaysAsked(*days, CodeKind.OPEN, Role.LEARNER, None, "seminar", 1),
        o.SheetReady(LONGEST_ID),
        o.SheetReady(LONGEST_ID, again=True),
        o.SheetsShown(NAME, SHEETS, LONGEST_ID),
        o.SheetsShown(NAME, (), None),
        *(o.SheetShown(each) for each in SHEETS),
        o.SheetRevocationOffered(SHEETS[0]),
        o.RosterRead(*roster, 1, (o.DepartmentCount(None, 1),), (), 0),
        o.RosterRead(*roster, 1995, many, PROBLEMS, 7),
        *(o.RosterRefused(problem, PROBLEMS[:2]) for problem in o.FileProblem),
        o.RosterDropped(),
        *CODES,
        o.CodeAsked(),
        o.CodeUnknown(),
        o.RemovalOffered(CODES[0]),
        o.MemberRemoved(),
        o.RemovalTold(NAME),
        *(o.RoleTold(NAME, Role.MENTOR, given) for given in (True, False)),
        o.RoleChanged(Role.TRAINER, True, CODES[0]),
        o.RoleChanged(Role.MENTOR, False, CODES[0]),
        o.NewDepartmentAsked(CODES[0], DEPARTMENTS),
        o.NewDepartmentAsked(CODES[0], ()),
        o.DepartmentChanged(CODES[0]),
        o.AuditShown(NAME, ENTRIES, LONGEST_ID),
        o.AuditShown(NAME, (), None),
        o.AuditShown(NAME, ENTRIES, LONGEST_ID, LONGEST_ID),
    ]


def printed(**fields: object) -> PrintedSheet:
    plain: dict[str, object] = {
        "organisation": NAME,
        "language": "el",
        "zone": "Europe/Athens",
        "kind": CodeKind.STAFF,
        "role": Role.LEARNER,
        "department": "Registry",
        "channel": None,
        "expires_at": LATER,
        "codes": tuple(PrintedCode(f"abcdefgh{n:02}", "Registry") for n in range(12)),
    }
    return PrintedSheet(**{**plain, **fields})  # type: ignore[arg-type]
