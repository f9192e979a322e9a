"""Enrolment codes, as learners use them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    LABEL_STYLE_TABLENAME_PLUS_COL,
    Row,
    Select,
    bindparam,
    case,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.actors import read_organisation
from data.session import Session
from data.tables.organisations import (
    departments,
    enrolment_codes,
    organisations,
    reaches,
    sheets,
)
from learning.account.model import CodeKind, EnrolmentCode, Role
from learning.account.typed_codes import spellings

_tables = (
    enrolment_codes.join(organisations, organisations.c.id == enrolment_codes.c.organisation_id)
    .outerjoin(departments, departments.c.id == enrolment_codes.c.department_id)
    .outerjoin(sheets, sheets.c.id == enrolment_codes.c.sheet_id)
)


def as_typed(codes: Select[Any]) -> Select[Any]:
    """The one of `codes` that `typed_code` means."""
    column = enrolment_codes.c.code
    is_another = case((column == bindparam("code"), 0), else_=1)
    return (
        codes.where(column.in_(bindparam("spellings", expanding=True)))
        .order_by(is_another)
        .limit(1)
    )


def typed_code(code: str) -> dict[str, Any]:
    return {"code": code, "spellings": spellings(code)}


# What stands on a draft opens nothing yet.
CODES = (
    select(enrolment_codes, organisations, departments.c.name)
    .select_from(_tables)
    .where(or_(sheets.c.id.is_(None), sheets.c.made_at.is_not(None)))
    .set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
)
_FIND = as_typed(CODES)
_USE = (
    update(enrolment_codes)
    .where(enrolment_codes.c.code == bindparam("this_code"))
    .where(or_(enrolment_codes.c.uses_left.is_(None), enrolment_codes.c.uses_left > 0))
    .values(uses_left=enrolment_codes.c.uses_left - 1, used=enrolment_codes.c.used + 1)
)
_REACH = insert_or(reaches).on_conflict_do_nothing(index_elements=["person_id", "code_id"])
_COUNT = (
    update(enrolment_codes)
    .where(enrolment_codes.c.id == bindparam("this_id"))
    .values(used=enrolment_codes.c.used + 1)
)
ADD_CODE = insert(enrolment_codes)


@dataclass(frozen=True, slots=True)
class SqlCodes:
    session: Session

    async def find(self, code: str) -> EnrolmentCode | None:
        row = await self.session.row(_FIND, typed_code(code))
        return read_code(row) if row else None

    async def use(self, code: str) -> bool:
        return await self.session.run(_USE, {"this_code": code}) == 1

    async def reach(self, code_id: int, person_id: int, at: datetime) -> None:
        values = {"code_id": code_id, "person_id": person_id, "at": at}
        if await self.session.run(_REACH, values):
            await self.session.run(_COUNT, {"this_id": code_id})


def read_code(row: Row[Any]) -> EnrolmentCode:
    """Of a row of CODES."""
    return EnrolmentCode(
        id=row.enrolment_codes_id,
        code=row.enrolment_codes_code,
        kind=CodeKind(row.enrolment_codes_kind),
        sheet=row.enrolment_codes_sheet_id,
        organisation=read_organisation(row),
        department=row.departments_name,
        role=Role(row.enrolment_codes_role),
        channel=row.enrolment_codes_channel,
        uses_left=row.enrolment_codes_uses_left,
        used=row.enrolment_codes_used,
        expires_at=row.enrolment_codes_expires_at,
        revoked=row.enrolment_codes_revoked,
    )


def plain_code(code: EnrolmentCode, department_id: int | None) -> dict[str, Any]:
    return {
        "code": code.code,
        "kind": code.kind,
        "sheet_id": code.sheet,
        "organisation_id": code.organisation.id,
        "department_id": department_id,
        "role": code.role,
        "channel": code.channel,
        "uses_left": code.uses_left,
        "used": code.used,
        "expires_at": code.expires_at,
        "revoked": code.revoked,
    }
