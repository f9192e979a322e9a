"""Sheets of codes, as coordinators make and keep them."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, insert, select, update

from data.codes import ADD_CODE, CODES, as_typed, read_code, typed_code
from data.departments import SqlDepartments
from data.minting import new_code
from data.session import Session
from data.tables.organisations import departments, enrolment_codes, sheets
from learning.account.model import CodeKind, EnrolmentCode, Role
from learning.ask import Conflict
from learning.organisations.model import Department, NewCode, Sheet, SheetUse

_of_sheet = enrolment_codes.c.sheet_id == sheets.c.id
_SHEETS = select(
    sheets,
    departments.c.name.label("department"),
    select(func.count()).where(_of_sheet).scalar_subquery().label("codes"),
    select(func.count())
    .where(_of_sheet, enrolment_codes.c.used > 0)
    .scalar_subquery()
    .label("used"),
    select(func.coalesce(func.sum(enrolment_codes.c.used), 0))
    .where(_of_sheet)
    .scalar_subquery()
    .label("people"),
).select_from(sheets.outerjoin(departments, departments.c.id == sheets.c.department_id))
_GET = _SHEETS.where(sheets.c.id == bindparam("id"))
_DRAFT = (
    _SHEETS.where(sheets.c.made_by == bindparam("person_id"))
    .where(sheets.c.organisation_id == bindparam("organisation_id"))
    .where(sheets.c.made_at.is_(None))
)
_PAGE = (
    _SHEETS.where(sheets.c.organisation_id == bindparam("organisation_id"))
    .where(sheets.c.made_at.is_not(None))
    .where(sheets.c.id < bindparam("before"))
    .order_by(sheets.c.id.desc())
    .limit(bindparam("at_most"))
)
_ADD = insert(sheets).returning(sheets.c.id)
_PUT = (
    update(sheets)
    .where(sheets.c.id == bindparam("this_id"))
    .where(sheets.c.revision == bindparam("before"))
)
_DATE_CODES = (
    update(enrolment_codes)
    .where(enrolment_codes.c.sheet_id == bindparam("this_sheet"))
    .values(expires_at=bindparam("until"))
)
_DROP = delete(enrolment_codes).where(enrolment_codes.c.sheet_id == bindparam("this_sheet"))
_REVOKE = (
    update(enrolment_codes)
    .where(enrolment_codes.c.sheet_id == bindparam("this_sheet"))
    .values(revoked=True)
)
_REVOKE_CODE = (
    update(enrolment_codes).where(enrolment_codes.c.id == bindparam("this_id")).values(revoked=True)
)
_TAKEN = select(enrolment_codes.c.code).where(
    enrolment_codes.c.code.in_(bindparam("codes", expanding=True))
)
_own_code = CODES.where(enrolment_codes.c.organisation_id == bindparam("organisation_id"))
_FIND_CODE = as_typed(_own_code)
_CODE = _own_code.where(enrolment_codes.c.id == bindparam("id"))
_LAST = 2**62  # before every sheet
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class SqlSheets:
    session: Session

    async def add(self, sheet: Sheet) -> Sheet:
        row = await self.session.one(_ADD, _plain(sheet))
        return replace(sheet, id=row.id)

    async def put(self, sheet: Sheet) -> None:
        guard = {"this_id": sheet.id, "before": sheet.revision - 1}
        if not await self.session.run(_PUT, {**guard, **_plain(sheet)}):
            raise Conflict
        await self.session.run(_DATE_CODES, {"this_sheet": sheet.id, "until": sheet.expires_at})

    async def get(self, id: int) -> SheetUse | None:
        row = await self.session.row(_GET, {"id": id})
        return _read(row) if row else None

    async def draft(self, person_id: int, organisation_id: int) -> Sheet | None:
        key = {"person_id": person_id, "organisation_id": organisation_id}
        row = await self.session.row(_DRAFT, key)
        return _read(row).sheet if row else None

    async def page(
        self, organisation_id: int, before: int | None, limit: int
    ) -> Sequence[SheetUse]:
        wish = {
            "organisation_id": organisation_id,
            "before": _LAST if before is None else before,
            "at_most": limit,
        }
        return [_read(row) for row in await self.session.rows(_PAGE, wish)]

    async def make_codes(self, sheet: Sheet) -> None:
        await self._add([new_code() for _ in range(sheet.number or 0)], sheet, sheet.department)

    async def add_codes(self, sheet: Sheet, codes: Sequence[NewCode]) -> None:
        for name in dict.fromkeys(new.department for new in codes):
            department = None
            if name is not None:
                known = SqlDepartments(self.session)
                department = await known.named(sheet.organisation_id, name)
            of_it = [new.code for new in codes if new.department == name]
            await self._add(of_it, sheet, department)

    async def _add(self, codes: Sequence[str], sheet: Sheet, department: Department | None) -> None:
        shared = {
            "kind": sheet.kind,
            "sheet_id": sheet.id,
            "organisation_id": sheet.organisation_id,
            "department_id": department.id if department else None,
            "role": sheet.role,
            "channel": sheet.channel,
            "uses_left": None if sheet.kind is CodeKind.OPEN else 1,
            "used": 0,
            "expires_at": sheet.expires_at,
            "revoked": False,
        }
        await self.session.run(ADD_CODE, [{"code": code, **shared} for code in codes])

    async def drop_codes(self, sheet_id: int) -> None:
        await self.session.run(_DROP, {"this_sheet": sheet_id})

    async def revoke(self, sheet_id: int) -> None:
        await self.session.run(_REVOKE, {"this_sheet": sheet_id})

    async def taken(self, codes: Sequence[str]) -> Set[str]:
        taken: set[str] = set()
        for at in range(0, len(codes), _AT_ONCE):
            rows = await self.session.rows(_TAKEN, {"codes": list(codes[at : at + _AT_ONCE])})
            taken |= {row.code for row in rows}
        return taken

    async def find_code(self, organisation_id: int, code: str) -> EnrolmentCode | None:
        key = {"organisation_id": organisation_id, **typed_code(code)}
        row = await self.session.row(_FIND_CODE, key)
        return read_code(row) if row else None

    async def code(self, organisation_id: int, id: int) -> EnrolmentCode | None:
        row = await self.session.row(_CODE, {"organisation_id": organisation_id, "id": id})
        return read_code(row) if row else None

    async def revoke_code(self, id: int) -> None:
        await self.session.run(_REVOKE_CODE, {"this_id": id})


def _read(row: Row[Any]) -> SheetUse:
    department = None
    if row.department_id is not None:
        department = Department(row.department_id, row.department)
    sheet = Sheet(
        id=row.id,
        organisation_id=row.organisation_id,
        kind=CodeKind(row.kind),
        role=Role(row.role),
        department=department,
        channel=row.channel,
        number=row.number,
        made_by=row.made_by,
        made_at=row.made_at,
        expires_at=row.expires_at,
        revoked=row.revoked,
        roster=row.roster,
        revision=row.revision,
    )
    return SheetUse(sheet, row.codes, row.used, int(row.people))


def _plain(sheet: Sheet) -> dict[str, Any]:
    return {
        "organisation_id": sheet.organisation_id,
        "kind": sheet.kind,
        "role": sheet.role,
        "department_id": sheet.department.id if sheet.department else None,
        "channel": sheet.channel,
        "number": sheet.number,
        "made_by": sheet.made_by,
        "made_at": sheet.made_at,
        "expires_at": sheet.expires_at,
        "revoked": sheet.revoked,
        "roster": sheet.roster,
        "revision": sheet.revision,
    }
