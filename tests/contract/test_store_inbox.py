from dataclasses import replace

import pytest
from sqlalchemy import select

from data.engine import Database
from data.sealing import Sealer
from data.tables.talk import inbox
from learning.ask import Refused, Right
from learning.inbox import NewUpdate, SetAside, Source, Taken, Unanswered, Unreadable
from learning.lessons.outcomes import AlreadyMoved, LessonClosed
from tests.contract.people import KEYS, NOW, Store

SOURCE = Source(chat_id=7, language="el", message_id=12, callback_id="cb")
OUTCOME = AlreadyMoved(LessonClosed(1, 2, "1.1.b", 2, 3, None, False, NOW))


def _update(id: int, lane: int = 7, source: Source | None = SOURCE) -> NewUpdate:
    return NewUpdate(id, lane, f'{{"update_id":{id}}}', source)


async def _apply(store: Store, update_id: int, outcome: object = OUTCOME) -> bool:
    async with store.unit() as unit:
        return await unit.inbox.mark_applied(update_id, outcome)


async def test_updates_wait_in_the_order_of_their_ids(store: Store) -> None:
    assert await store.inbox.take([_update(12), _update(11, lane=-9)]) == [11, 12]
    assert await store.inbox.taken() == [
        Taken(11, -9, '{"update_id":11}', 0),
        Taken(12, 7, '{"update_id":12}', 0),
    ]


async def test_an_update_that_comes_again_is_taken_once(store: Store) -> None:
    await store.inbox.take([_update(11)])
    assert await store.inbox.take([_update(11), _update(12), _update(12)]) == [12]
    assert await store.inbox.take([]) == []
    assert len(await store.inbox.taken()) == 2


@pytest.mark.parametrize("outcome", [OUTCOME, Refused(Right.PERSON), None])
@pytest.mark.parametrize("source", [SOURCE, Source(-5), None])
async def test_an_applied_update_waits_for_its_answer(
    store: Store, outcome: object, source: Source | None
) -> None:
    await store.inbox.take([_update(11, source=source)])
    assert await _apply(store, 11, outcome)
    assert await store.inbox.taken() == []
    assert await store.inbox.unanswered() == [Unanswered(11, 7, source, outcome)]


async def test_an_update_is_applied_once(store: Store) -> None:
    await store.inbox.take([_update(11)])
    assert await _apply(store, 11)
    assert not await _apply(store, 11)
    assert not await _apply(store, 404)
    await store.inbox.answered([11])
    assert not await _apply(store, 11)


async def test_an_effect_that_raises_leaves_the_update_taken(store: Store) -> None:
    async def fail() -> None:
        async with store.unit() as unit:
            await unit.people.add(1, "en", "UTC", NOW)
            await unit.inbox.mark_applied(11, OUTCOME)
            raise ZeroDivisionError

    await store.inbox.take([_update(11)])
    with pytest.raises(ZeroDivisionError):
        await fail()
    assert [taken.update_id for taken in await store.inbox.taken()] == [11]
    async with store.unit() as unit:
        assert (await unit.people.actor(1)).person is None


async def test_answers_are_settled_in_batches(store: Store) -> None:
    await store.inbox.take([_update(id) for id in range(1, 6)])
    for id in range(1, 5):
        await _apply(store, id)
    await store.inbox.answered([1, 2, 4, 5, 404])
    await store.inbox.answered([])
    assert [row.update_id for row in await store.inbox.unanswered()] == [3]
    assert [row.update_id for row in await store.inbox.taken()] == [5]


async def test_failures_are_counted_and_then_set_aside(store: Store) -> None:
    await store.inbox.take([_update(11), _update(12)])
    assert [await store.inbox.failed(11) for _ in range(3)] == [1, 2, 3]
    assert [taken.attempts for taken in await store.inbox.taken()] == [3, 0]
    owed = Unanswered(11, 7, SOURCE, SetAside("E-1"))
    assert await store.inbox.set_aside(11, "E-1") == owed
    assert [taken.update_id for taken in await store.inbox.taken()] == [12]
    assert await store.inbox.failed(11) == 0
    assert await store.inbox.set_aside(11, "E-2") is None
    assert await store.inbox.unanswered() == [owed], "a restart finds the apology that is owed"
    await store.inbox.answered([11])
    assert await store.inbox.unanswered() == []


@pytest.mark.parametrize("source", [SOURCE, None])
async def test_what_cannot_be_read_is_set_aside_once_and_its_sender_told(
    store: Store, source: Source | None
) -> None:
    odd = Unreadable(11, 7, '{"update_id":11}', source, "E-1")
    await store.inbox.take([_update(12)])
    assert await store.inbox.take_unreadable([odd, replace(odd, update_id=12)]) == [11]
    assert await store.inbox.take_unreadable([odd]) == []
    assert await store.inbox.take_unreadable([]) == []
    assert await store.inbox.take([_update(11)]) == []
    assert [taken.update_id for taken in await store.inbox.taken()] == [12]
    assert await store.inbox.unanswered() == [Unanswered(11, 7, source, SetAside("E-1"))]
    await store.inbox.answered([11])
    assert await store.inbox.unanswered() == []


async def test_only_what_is_answered_and_old_is_pruned(store: Store) -> None:
    await store.inbox.take([_update(id) for id in (1, 2, 3, 4)])
    await _apply(store, 1)
    await _apply(store, 2)
    await store.inbox.answered([1])
    await store.inbox.set_aside(3, "E-1")
    assert await store.inbox.prune(keep_hours=1) == 0
    assert await store.inbox.prune(keep_hours=-0.001) == 1
    assert [row.update_id for row in await store.inbox.unanswered()] == [2, 3]
    assert [row.update_id for row in await store.inbox.taken()] == [4]
    assert await store.inbox.take([_update(1), _update(3)]) == [1]


async def test_what_was_set_aside_stays_a_week_and_not_as_long_as_answers(store: Store) -> None:
    await store.inbox.take([_update(1)])
    await store.inbox.set_aside(1, "E-1")
    await store.inbox.answered([1])
    assert await store.inbox.prune(keep_hours=-0.001) == 0
    assert await store.inbox.take([_update(1)]) == []


async def test_words_are_gone_once_applied_and_sealed_when_set_aside(sql: Database) -> None:
    await sql.inbox.take([_update(1), _update(2), _update(3)])
    await _apply(sql, 1)
    await _apply(sql, 2)
    await sql.inbox.answered([2])
    await sql.inbox.set_aside(3, "E-3")
    await sql.inbox.take_unreadable([Unreadable(4, 7, "[Maria]", SOURCE, "E-4")])
    await sql.inbox.answered([3, 4])
    async with sql.engine.reading() as session:
        rows = {row.update_id: row for row in await session.rows(select(inbox))}
    assert rows[1].body is None
    assert (rows[2].body, rows[2].outcome, rows[2].source) == (None, None, None)
    assert "update_id" not in rows[3].body
    assert Sealer(KEYS).open(rows[3].body) == '{"update_id":3}'
    assert Sealer(KEYS).open(rows[4].body) == "[Maria]"
    assert {rows[id].state for id in (3, 4)} == {"set_aside"}
    assert {(rows[id].outcome, rows[id].source) for id in (3, 4)} == {(None, None)}


async def test_what_was_set_aside_is_gone_after_a_week(sql: Database) -> None:
    await sql.inbox.take([_update(1), _update(2)])
    for id in (1, 2):
        await sql.inbox.set_aside(id, f"E-{id}")
    a_week = 7 * 24 * 3600 + 1
    async with sql.engine.writing() as session:
        aged = inbox.update().where(inbox.c.update_id == 1)
        await session.run(aged.values(taken_at=inbox.c.taken_at - a_week))
    assert await sql.inbox.prune(keep_hours=48) == 1


async def test_an_outcome_of_another_version_is_passed_over(sql: Database) -> None:
    await sql.inbox.take([_update(1)])
    await _apply(sql, 1)
    async with sql.engine.writing() as session:
        await session.run(inbox.update().values(outcome='{"type":"learning.gone.outcomes.Gone"}'))
    assert await sql.inbox.unanswered() == [Unanswered(1, 7, SOURCE, None)]
