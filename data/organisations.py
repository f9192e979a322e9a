"""Organisations as their operators set them up: departments, days off, codes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import LABEL_STYLE_TABLENAME_PLUS_COL, bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.actors import read_organisation
from data.codes import ADD_CODE, plain_code
from data.session import Engine, Session
from data.tables.organisations import departments, enrolment_codes, organisations
from learning.account.model import EnrolmentCode, Organisation

_ALL = (
    select(organisations)
    .set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
    .order_by(organisations.c.name)
)
_FIND = _ALL.where(organisations.c.name == bindparam("name"))
_ADD = insert(organisations).returning(organisations.c.id)
_CHANGE = update(organisations).where(organisations.c.id == bindparam("this_id"))
_ADD_DEPARTMENT = insert_or(departments).on_conflict_do_nothing(
    index_elements=["organisation_id", "name"]
)
_DEPARTMENT = (
    select(departments.c.id)
    .where(departments.c.organisation_id == bindparam("organisation_id"))
    .where(departments.c.name == bindparam("name"))
)
_DEPARTMENTS = (
    select(departments.c.name)
    .where(departments.c.organisation_id == bindparam("organisation_id"))
    .order_by(departments.c.name)
)
_REVOKE = (
    update(enrolment_codes)
    .where(enrolment_codes.c.code == bindparam("this_code"))
    .values(revoked=True)
)


@dataclass(frozen=True, slots=True)
class SqlOrganisations:
    engine: Engine

    async def add(self, organisation: Organisation) -> Organisation:
        """Stores it under an id given here, whatever it carried; names are unique (Conflict)."""
        values = {
            "name": organisation.name,
            "country": organisation.country,
            "region": organisation.region,
            "zone": organisation.zone,
            "language": organisation.language,
            "weekdays": organisation.weekdays,
            "opens": organisation.opens,
            "closes": organisation.closes,
            "lesson_hour": organisation.lesson_hour,
            "own_days_off": _plain_days(organisation.own_days_off),
            "daily_budget": organisation.daily_budget,
        }
        async with self.engine.writing() as session:
            row = await session.one(_ADD, values)
        return replace(organisation, id=row.id)

    async def find(self, name: str) -> Organisation | None:
        async with self.engine.reading() as session:
            row = await session.row(_FIND, {"name": name})
        return read_organisation(row) if row else None

    async def all(self) -> Sequence[Organisation]:
        async with self.engine.reading() as session:
            return [read_organisation(row) for row in await session.rows(_ALL)]

    async def set_days_off(self, organisation_id: int, days: Iterable[date]) -> None:
        """The organisation's own days off; public holidays are known without it."""
        values = {"this_id": organisation_id, "own_days_off": _plain_days(days)}
        async with self.engine.writing() as session:
            await session.run(_CHANGE, values)

    async def set_daily_budget(self, organisation_id: int, messages: int) -> None:
        async with self.engine.writing() as session:
            await session.run(_CHANGE, {"this_id": organisation_id, "daily_budget": messages})

    async def departments(self, organisation_id: int) -> Sequence[str]:
        async with self.engine.reading() as session:
            rows = await session.rows(_DEPARTMENTS, {"organisation_id": organisation_id})
        return [row.name for row in rows]

    async def add_code(self, code: EnrolmentCode) -> None:
        """A code that exists already is a Conflict; a new department is added with it."""
        organisation_id = code.organisation.id
        async with self.engine.writing() as session:
            department_id = None
            if code.department is not None:
                department_id = await _department(session, organisation_id, code.department)
            await session.run(ADD_CODE, plain_code(code, department_id))

    async def revoke_code(self, code: str) -> bool:
        """False when there is no such code."""
        async with self.engine.writing() as session:
            return await session.run(_REVOKE, {"this_code": code}) == 1


async def _department(session: Session, organisation_id: int, name: str) -> int:
    key = {"organisation_id": organisation_id, "name": name}
    await session.run(_ADD_DEPARTMENT, key)
    return int((await session.one(_DEPARTMENT, key)).id)


def _plain_days(days: Iterable[date]) -> list[str]:
    return sorted(day.isoformat() for day in days)
