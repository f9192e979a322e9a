"""Persons and their memberships."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import UpdateBase, bindparam, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as insert_or  # SQLite understands it too

from data.actors import actors, former_memberships, read_actor, read_membership
from data.session import Session
from data.tables.metadata import metadata
from data.tables.organisations import departments
from data.tables.people import enrolments, memberships, persons
from learning.account.model import Actor, Membership, Person, Role

_ACTOR = actors().where(persons.c.telegram_id == bindparam("telegram_id"))
_BY_ID = actors().where(persons.c.id == bindparam("person_id"))
_ADD = insert(persons).returning(persons.c.id)
_PUT = update(persons).where(persons.c.id == bindparam("this_id"))
_REACHABLE = update(enrolments).where(enrolments.c.person_id == bindparam("this_id"))
_DEPARTMENT = insert_or(departments).on_conflict_do_nothing(
    index_elements=["organisation_id", "name"]
)
_BEGIN = insert(memberships).values(
    department_id=select(departments.c.id)
    .where(departments.c.organisation_id == bindparam("at_organisation"))
    .where(departments.c.name == bindparam("in_department"))
    .scalar_subquery()
)
_END = update(memberships).where(memberships.c.id == bindparam("this_id"))
_HOLDING = (
    select(memberships.c.person_id)
    .where(memberships.c.role == bindparam("role"), memberships.c.until.is_(None))
    .distinct()
    .order_by(memberships.c.person_id)
)
_WITH_CODE = (
    select(memberships.c.person_id)
    .where(memberships.c.code_id == bindparam("code_id"))
    .where(memberships.c.until.is_(None))
    .distinct()
    .order_by(memberships.c.person_id)
)
_FORMER = (
    former_memberships()
    .where(memberships.c.person_id == bindparam("of_person"))
    .where(memberships.c.organisation_id == bindparam("at_organisation"))
)
_END_ALL = (
    update(memberships)
    .where(memberships.c.person_id == bindparam("this_person"))
    .where(memberships.c.until.is_(None))
)


@dataclass(frozen=True, slots=True)
class SqlPeople:
    session: Session

    async def actor(self, telegram_id: int) -> Actor:
        rows = await self.session.rows(_ACTOR, {"telegram_id": telegram_id})
        return read_actor(rows) if rows else Actor(telegram_id=telegram_id)

    async def by_id(self, person_id: int) -> Actor:
        rows = await self.session.rows(_BY_ID, {"person_id": person_id})
        return read_actor(rows) if rows else Actor(telegram_id=0)

    async def forget_newcomer(self, person_id: int) -> None:
        for statement in _forgetting():
            await self.session.run(statement, {"this_person": person_id})

    async def add(self, telegram_id: int, language: str, zone: str, now: datetime) -> Person:
        row = await self.session.one(
            _ADD,
            {
                "telegram_id": telegram_id,
                "language": language,
                "zone": zone,
                "reachable": True,
                "arrived_at": now,
            },
        )
        return Person(row.id, telegram_id, language, zone)

    async def put(self, person: Person) -> None:
        values = {"language": person.language, "zone": person.zone, "reachable": person.reachable}
        await self.session.run(_PUT, {"this_id": person.id, **values})
        await self.session.run(_REACHABLE, {"this_id": person.id, "reachable": person.reachable})


@dataclass(frozen=True, slots=True)
class SqlMemberships:
    session: Session

    async def begin(
        self,
        person_id: int,
        organisation_id: int,
        department: str | None,
        role: Role,
        channel: str | None,
        since: datetime,
        code_id: int | None = None,
    ) -> None:
        if department is not None:
            await self.session.run(
                _DEPARTMENT, {"organisation_id": organisation_id, "name": department}
            )
        await self.session.run(
            _BEGIN,
            {
                "person_id": person_id,
                "organisation_id": organisation_id,
                "at_organisation": organisation_id,
                "in_department": department,
                "role": role,
                "channel": channel,
                "code_id": code_id,
                "since": since,
            },
        )

    async def end(self, membership_id: int, until: datetime) -> None:
        await self.session.run(_END, {"this_id": membership_id, "until": until})

    async def with_code(self, code_id: int) -> Sequence[int]:
        rows = await self.session.rows(_WITH_CODE, {"code_id": code_id})
        return [row.person_id for row in rows]

    async def holding(self, role: Role) -> Sequence[int]:
        rows = await self.session.rows(_HOLDING, {"role": role})
        return [row.person_id for row in rows]

    async def former(self, person_id: int, organisation_id: int) -> Membership | None:
        row = await self.session.row(
            _FORMER, {"of_person": person_id, "at_organisation": organisation_id}
        )
        return read_membership(row) if row else None

    async def end_all(self, person_id: int, until: datetime) -> None:
        await self.session.run(_END_ALL, {"this_person": person_id, "until": until})


@cache
def _forgetting() -> list[UpdateBase]:
    """Rows that point to the person first: theirs go, what concerns others stays without them."""
    pointing: list[UpdateBase] = []
    for table in reversed(metadata.sorted_tables):
        for column in table.columns:
            if any(key.column is persons.c.id for key in column.foreign_keys):
                mine = column == bindparam("this_person")
                theirs = column.name == "person_id"
                cut = update(table).where(mine).values({column.name: None})
                pointing.append(delete(table).where(mine) if theirs else cut)
    return [*pointing, delete(persons).where(persons.c.id == bindparam("this_person"))]
