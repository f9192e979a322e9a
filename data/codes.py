"""Enrolment codes, as learners use them."""

from dataclasses import dataclass

from sqlalchemy import LABEL_STYLE_TABLENAME_PLUS_COL, bindparam, or_, select, update

from data.actors import read_organisation
from data.session import Session
from data.tables.organisations import departments, enrolment_codes, organisations
from learning.account.model import EnrolmentCode, Role

_FIND = (
    select(enrolment_codes, organisations, departments.c.name)
    .select_from(
        enrolment_codes.join(
            organisations, organisations.c.id == enrolment_codes.c.organisation_id
        ).outerjoin(departments, departments.c.id == enrolment_codes.c.department_id)
    )
    .where(enrolment_codes.c.code == bindparam("code"))
    .set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
)
_USE = (
    update(enrolment_codes)
    .where(enrolment_codes.c.code == bindparam("this_code"))
    .where(or_(enrolment_codes.c.uses_left.is_(None), enrolment_codes.c.uses_left > 0))
    .values(uses_left=enrolment_codes.c.uses_left - 1)
)


@dataclass(frozen=True, slots=True)
class SqlCodes:
    session: Session

    async def find(self, code: str) -> EnrolmentCode | None:
        row = await self.session.row(_FIND, {"code": code})
        if row is None:
            return None
        return EnrolmentCode(
            code=row.enrolment_codes_code,
            organisation=read_organisation(row),
            department=row.departments_name,
            role=Role(row.enrolment_codes_role),
            channel=row.enrolment_codes_channel,
            uses_left=row.enrolment_codes_uses_left,
            expires_at=row.enrolment_codes_expires_at,
            revoked=row.enrolment_codes_revoked,
        )

    async def use(self, code: str) -> bool:
        return await self.session.run(_USE, {"this_code": code}) == 1
