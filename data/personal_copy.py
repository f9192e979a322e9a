"""All rows about one person, table by table, as plain values."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import or_, select

from data.author_keys import AuthorSeals
from data.erasure import person_keys, personal_tables
from data.mentoring_texts import TurnSeals
from data.sealing import Sealer
from data.session import Engine, Session
from data.tables.organisations import departments, organisations
from data.tables.people import persons
from learning.account.model import Person

# Sealed or technical: they say nothing to a person, or are not theirs to hand over.
_LEFT_OUT = {
    *("outcome", "body", "source", "steps", "draft", "worker", "lease_until", "sending"),
    *("author_id", "wrapped", "marks"),
    # Of a turn of mentoring: they would tell what the other side did.
    *("mentor_waits_since", "mentor_nudge", "mentor_answered_on"),
    *("mentee_waits_since", "mentee_nudge", "mentee_answered_on"),
    # Of a proposal: what the other one said or offers, and that they said something.
    *("mentor_says", "mentee_says", "fit", "revision"),
}


async def rows_about(
    engine: Engine, sealer: Sealer, telegram_id: int
) -> dict[str, list[dict[str, Any]]]:
    """Table → rows; empty for somebody unknown."""
    async with engine.reading() as session:
        found = await session.row(select(persons).where(persons.c.telegram_id == telegram_id))
        if found is None:
            return {}
        person = Person(found.id, telegram_id, found.language, found.zone, found.reachable)
        seals, of_turns = AuthorSeals(session, sealer), TurnSeals(session, sealer)
        copy: dict[str, list[dict[str, Any]]] = {}
        for table in personal_tables():
            mine = or_(*(column == value for column, value in person_keys(table, person)))
            rows = await session.rows(select(table).where(mine))
            copy[table.name] = [await _plain(row._asdict(), seals, of_turns) for row in rows]
        for membership in copy["memberships"]:
            membership |= await _place(session, membership)
    return copy


async def _place(session: Session, membership: dict[str, Any]) -> dict[str, Any]:
    """Where somebody belongs, by name: a number says nothing to a person."""
    names = (
        select(organisations.c.name, departments.c.name.label("department"))
        .outerjoin(departments, departments.c.id == membership["department_id"])
        .where(organisations.c.id == membership["organisation_id"])
    )
    found = await session.one(names)
    return {"organisation": found.name, "department": found.department}


async def _plain(row: dict[str, Any], seals: AuthorSeals, of_turns: TurnSeals) -> dict[str, Any]:
    """What was sealed is opened: to its owner it is no secret."""
    plain = {name: _value(value) for name, value in row.items() if name not in _LEFT_OUT}
    if plain.get("sealed") is not None:
        author = row.get("author_id") or row.get("person_id")
        if author is not None and row.get("turn_id") is not None:
            plain["sealed"] = await of_turns.open(row["turn_id"], author, row["sealed"])
        else:
            plain["sealed"] = await seals.open(author, row["sealed"])
    return plain


def _value(value: Any) -> Any:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value
