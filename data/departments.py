"""The departments of an organisation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, bindparam, exists, or_, select
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.session import Session
from data.tables.organisations import departments, enrolment_codes
from data.tables.people import memberships
from learning.organisations.model import Department

_ADD = insert_or(departments).on_conflict_do_nothing(index_elements=["organisation_id", "name"])
_OWN = select(departments.c.id, departments.c.name).where(
    departments.c.organisation_id == bindparam("organisation_id")
)
_NAMED = _OWN.where(departments.c.name == bindparam("name"))
_WITH_IDS = _OWN.where(departments.c.id.in_(bindparam("ids", expanding=True)))
_GET = _OWN.where(departments.c.id == bindparam("id"))
_IN_USE = _OWN.where(
    or_(
        exists().where(memberships.c.department_id == departments.c.id),
        exists().where(enrolment_codes.c.department_id == departments.c.id),
    )
).order_by(departments.c.name)


@dataclass(frozen=True, slots=True)
class SqlDepartments:
    session: Session

    async def in_use(self, organisation_id: int) -> Sequence[Department]:
        rows = await self.session.rows(_IN_USE, {"organisation_id": organisation_id})
        return [_read(row) for row in rows]

    async def get(self, organisation_id: int, id: int) -> Department | None:
        row = await self.session.row(_GET, {"organisation_id": organisation_id, "id": id})
        return _read(row) if row else None

    async def names(self, organisation_id: int, ids: Sequence[int]) -> Mapping[int, str]:
        """Of those of the organisation with these ids, by id."""
        if not ids:
            return {}
        values = {"organisation_id": organisation_id, "ids": list(ids)}
        return {row.id: row.name for row in await self.session.rows(_WITH_IDS, values)}

    async def named(self, organisation_id: int, name: str) -> Department:
        key = {"organisation_id": organisation_id, "name": name}
        await self.session.run(_ADD, key)
        return _read(await self.session.one(_NAMED, key))


def _read(row: Row[Any]) -> Department:
    return Department(row.id, row.name)
