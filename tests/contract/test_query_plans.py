"""How the database goes about it: through indexes, and in as few statements as possible."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest_asyncio
from sqlalchemy import Connection, Engine, event, text

from data.engine import Database
from learning.account.model import Organisation, Role
from learning.announcements.model import Announcement, Audience
from learning.inbox import NewUpdate
from learning.pushes.model import NewPush, PushKind
from tests.contract.people import ATHENS, DAY, NOW, add_learner

MANY = 1000


@contextmanager
def plans() -> Iterator[list[str]]:
    """The plan of every statement executed inside the block, explained with its own values."""
    explained: list[str] = []

    def explain(connection: Connection, _: Any, statement: str, values: Any, *more: Any) -> None:
        executemany = more[-1]
        if statement.split()[0] in ("EXPLAIN", "BEGIN", "SAVEPOINT", "RELEASE", "COMMIT"):
            return
        how = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
        first = values[0] if executemany else values
        rows = connection.exec_driver_sql(f"{how} {statement}", first).all()
        explained.append("\n".join(str(row[-1]) for row in rows))

    event.listen(Engine, "before_cursor_execute", explain)
    try:
        yield explained
    finally:
        event.remove(Engine, "before_cursor_execute", explain)


@pytest_asyncio.fixture
async def busy(sql: Database) -> Database:
    """A thousand learners, of whom ten are due, each with a push and an update of yesterday."""
    async with sql.unit() as unit:
        people = [
            await add_learner(unit, n, next_due_at=NOW if n < 10 else NOW + DAY)
            for n in range(MANY)
        ]
        await unit.pushes.add(
            [NewPush(person.id, PushKind.DAILY, "yesterday", NOW - DAY) for person in people]
        )
    await sql.inbox.take([NewUpdate(n, n, "{}", None) for n in range(MANY)])
    async with sql.engine.writing() as session:
        await session.run(text("UPDATE pushes SET state = 'sent'"))
        await session.run(text("UPDATE inbox SET state = 'answered'"))
        await session.run(text("ANALYZE"))
    return sql


async def test_who_is_due_is_found_by_one_partial_index(busy: Database) -> None:
    with plans() as explained:
        async with busy.unit() as unit:
            assert len(await unit.enrolments.due(NOW, 100)) == 10
    [plan] = explained
    assert "ix_enrolments_due" in plan
    assert "SCAN enrolments" not in plan


async def test_claims_look_at_due_rows_only(busy: Database) -> None:
    with plans() as explained:
        await busy.outbox.claim("a", NOW, 100, 60)
        await busy.outbox.count_due(NOW)
    give_up, claim, count = explained
    assert "ix_pushes_sending" in give_up or "ix_pushes_due" in give_up
    assert "ix_pushes_due" in claim
    assert "ix_pushes_due" in count


async def test_what_waits_in_the_inbox_is_found_by_its_state(busy: Database) -> None:
    with plans() as explained:
        await busy.inbox.taken()
        await busy.inbox.unanswered()
        await busy.inbox.prune(keep_hours=48)
    taken, unanswered, prune = explained
    assert "ix_inbox_taken" in taken
    assert "ix_inbox_applied" in unanswered
    assert "ix_inbox_taken_at" in prune


async def test_an_actor_is_one_query_by_key(busy: Database) -> None:
    organisation: Organisation = await busy.organisations.add(ATHENS)
    async with busy.unit() as unit:
        person = (await unit.people.actor(7)).person
        assert person is not None
        for role in (Role.LEARNER, Role.MENTOR):
            await unit.memberships.begin(person.id, organisation.id, "Care", role, None, NOW)
    with plans() as explained:
        async with busy.unit() as unit:
            assert len((await unit.people.actor(7)).roles) == 2
    [plan] = explained
    assert "SCAN" not in plan.replace("Index Scan", "").replace("Seq Scan", "")
    assert "Seq Scan on persons" not in plan


async def test_a_thousand_pushes_and_instants_are_two_statements(busy: Database) -> None:
    with plans() as explained:
        async with busy.unit() as unit:
            due = await unit.enrolments.due(NOW + DAY, MANY)
            ids = [actor.person.id for actor in due if actor.person]
            await unit.pushes.add([NewPush(id, PushKind.DAILY, "today", NOW) for id in ids])
            await unit.enrolments.set_next_due([(id, NOW + DAY) for id in ids])
    assert len(ids) == MANY
    assert len(explained) == 3


async def test_an_announcement_looks_at_its_own_members_only(busy: Database) -> None:
    here = await busy.organisations.add(ATHENS)
    async with busy.unit() as unit:
        ids = [
            person.id
            for telegram_id in (50, 60, 70)
            if (person := (await unit.people.actor(telegram_id)).person)
        ]
        for id in ids:
            await unit.memberships.begin(id, here.id, "Care", Role.LEARNER, None, NOW)
        made = await unit.announcements.add(Announcement(0, here.id, None, NOW))
    rest = made.changed(reached=ids[0])
    with plans() as explained:
        async with busy.unit() as unit:
            last = await unit.audiences.last_of_next(rest, half=1, limit=1000)
            assert last == ids[-1]
            await unit.audiences.shared_hours(here.id, Audience(), 1, after=ids[0], upto=last)
            await unit.audiences.spread(rest, last, {}, half=1, begun=NOW)
            assert (await unit.audiences.count(here.id, Audience(), half=1)).people == 3
    for plan in explained:
        for table in ("persons", "enrolments", "memberships", "pushes"):
            assert f"SCAN {table}" not in plan
            if table != "memberships":  # PostgreSQL reads three rows whole
                assert f"Seq Scan on {table}" not in plan
    if busy.engine.__class__.__name__ == "SqliteEngine":
        for plan in explained[:3]:  # on from where the last thousand ended, not from the first
            assert (
                "ix_memberships_organisation (organisation_id=? AND until=? AND person_id>?" in plan
            )
