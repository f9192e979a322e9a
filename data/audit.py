"""The audit log."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BindParameter, bindparam, insert, or_, select

from data.session import Session
from data.tables.audit import audit_log
from learning.account.model import Role
from learning.audit import Deed, Entry

_RECORD = insert(audit_log)
_PAGE = (
    select(audit_log)
    .where(audit_log.c.organisation_id == bindparam("organisation_id"))
    .where(audit_log.c.id < bindparam("before"))
    .order_by(audit_log.c.id.desc())
    .limit(bindparam("at_most"))
)
_this: BindParameter[int] = bindparam("this_person")
_PAGE_OF = _PAGE.where(or_(audit_log.c.by_id == _this, audit_log.c.about_id == _this))
_LAST = 2**62  # before every entry


@dataclass(frozen=True, slots=True)
class SqlAudit:
    session: Session

    async def record(self, entry: Entry) -> None:
        await self.session.run(
            _RECORD,
            {
                "organisation_id": entry.organisation_id,
                "deed": entry.deed,
                "at": entry.at,
                "by_id": entry.by,
                "about_id": entry.about,
                "thing_id": entry.thing,
                "role": entry.role,
            },
        )

    async def page(
        self, organisation_id: int, before: int | None, limit: int, person_id: int | None = None
    ) -> Sequence[Entry]:
        wish = {
            "organisation_id": organisation_id,
            "before": _LAST if before is None else before,
            "at_most": limit,
        }
        statement = _PAGE if person_id is None else _PAGE_OF
        if person_id is not None:
            wish["this_person"] = person_id
        return [
            Entry(
                row.organisation_id,
                Deed(row.deed),
                row.at,
                row.by_id,
                row.about_id,
                row.thing_id,
                Role(row.role) if row.role else None,
                row.id,
            )
            for row in await self.session.rows(statement, wish)
        ]
