import asyncio
from collections import Counter
from datetime import datetime

import pytest
from sqlalchemy import select

from data.engine import Database
from data.tables.pushes import pushes as pushes_table
from learning.ask import Conflict
from learning.pushes.model import ClaimedPush, NewPush, PushKind, SkipReason
from tests.contract.people import DAY, HOUR, NOW, Store, add_learner

LEASE = 60.0
BLINK = 0.02


async def _add(store: Store, *due_at: datetime) -> None:
    """One push each for learners 1, 2, 3 …"""
    async with store.unit() as unit:
        people = [await add_learner(unit, telegram_id) for telegram_id in range(1, 1 + len(due_at))]
        await unit.pushes.add(
            [
                NewPush(person.id, PushKind.DAILY, "2026-11-23", at)
                for person, at in zip(people, due_at, strict=True)
            ]
        )


async def _claim(store: Store, worker: str = "a", lease: float = LEASE) -> list[ClaimedPush]:
    return list(await store.outbox.claim(worker, NOW, 100, lease))


async def _lose_lease(store: Store, worker: str, id: int) -> None:
    """However slow the machine is, it held until now."""
    await store.outbox.renew(worker, [id], BLINK)
    await asyncio.sleep(2 * BLINK)


async def test_due_pushes_are_claimed_oldest_first(store: Store) -> None:
    await _add(store, NOW, NOW - DAY, NOW + HOUR, NOW - HOUR)
    claimed = await _claim(store)
    assert [push.telegram_id for push in claimed] == [2, 4, 1]
    first = claimed[0]
    assert first == ClaimedPush(
        first.id, first.person_id, 2, PushKind.DAILY, "2026-11-23", NOW - DAY, 0
    )


async def test_no_more_are_claimed_than_asked_for(store: Store) -> None:
    await _add(store, NOW, NOW - DAY, NOW - HOUR)
    claimed = await store.outbox.claim("a", NOW, 2, LEASE)
    assert [push.telegram_id for push in claimed] == [2, 3]
    assert [push.telegram_id for push in await _claim(store)] == [1]


async def test_the_same_occasion_is_written_once(store: Store) -> None:
    await _add(store, NOW)
    [claimed] = await _claim(store)
    await store.outbox.sent(claimed.id, 7, NOW)
    again = NewPush(claimed.person_id, PushKind.DAILY, "2026-11-23", NOW - DAY)
    other = NewPush(claimed.person_id, PushKind.DAILY, "2026-11-24", NOW - DAY)
    async with store.unit() as unit:
        await unit.pushes.add([again, other, other])
        await unit.pushes.add([])
    assert [push.occasion for push in await _claim(store)] == ["2026-11-24"]


async def test_lessons_never_pile_up(store: Store) -> None:
    await _add(store, NOW - DAY)
    [claimed] = await _claim(store)
    next_day = NewPush(claimed.person_id, PushKind.DAILY, "2026-11-24", NOW)
    async with store.unit() as unit:
        await unit.pushes.add([next_day])
    assert not await _claim(store, "b")
    await store.outbox.sent(claimed.id, 7, NOW)
    async with store.unit() as unit:
        await unit.pushes.add([next_day])
    assert [push.occasion for push in await _claim(store)] == ["2026-11-24"]


async def test_a_push_of_a_unit_that_failed_was_never_there(store: Store) -> None:
    async def fail() -> None:
        async with store.unit() as unit:
            person = await add_learner(unit)
            await unit.pushes.add([NewPush(person.id, PushKind.DAILY, "x", NOW)])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await _claim(store) == []


async def test_a_claim_is_left_alone_until_its_lease_ends(store: Store) -> None:
    await _add(store, NOW)
    [push] = await _claim(store, "a", lease=LEASE)
    assert await _claim(store, "b") == []
    await _lose_lease(store, "a", push.id)
    assert len(await _claim(store, "b")) == 1


async def test_a_renewed_lease_lasts_for_its_worker_alone(store: Store) -> None:
    await _add(store, NOW, NOW)
    mine, other = await _claim(store, "a", lease=BLINK)
    await store.outbox.renew("a", [mine.id], LEASE)
    await store.outbox.renew("b", [other.id], LEASE)
    await store.outbox.renew("a", [], LEASE)
    await asyncio.sleep(2 * BLINK)
    assert [push.id for push in await _claim(store, "b")] == [other.id]


async def test_who_dies_before_sending_leaves_the_push_due(store: Store) -> None:
    await _add(store, NOW)
    await _claim(store, "dying", lease=BLINK)
    await asyncio.sleep(2 * BLINK)
    assert len(await _claim(store, "b")) == 1


async def test_who_dies_while_sending_leaves_the_push_uncertain(store: Store) -> None:
    await _add(store, NOW)
    [push] = await _claim(store, "dying")
    await store.outbox.begin_send(push.id)
    await _lose_lease(store, "dying", push.id)
    assert await _claim(store, "b") == []
    assert await store.outbox.count_due(NOW) == 0
    await asyncio.sleep(BLINK)
    assert await _claim(store, "b") == []


async def test_a_send_is_begun_once_and_only_under_a_lease(store: Store) -> None:
    await _add(store, NOW, NOW)
    [held, lost] = await _claim(store, "a")
    await store.outbox.begin_send(held.id)
    with pytest.raises(Conflict):
        await store.outbox.begin_send(held.id)
    await _lose_lease(store, "a", lost.id)
    with pytest.raises(Conflict):
        await store.outbox.begin_send(lost.id)


@pytest.mark.parametrize("end", ["sent", "skipped", "failed", "uncertain"])
async def test_a_settled_push_is_never_claimed_again(store: Store, end: str) -> None:
    await _add(store, NOW)
    [push] = await _claim(store, "a")
    await store.outbox.begin_send(push.id)
    outbox = store.outbox
    match end:
        case "sent":
            await outbox.sent(push.id, 77, NOW)
        case "skipped":
            await outbox.skipped(push.id, SkipReason.PAUSED, NOW)
        case "failed":
            await outbox.failed(push.id, "blocked", NOW)
        case _:
            await outbox.uncertain(push.id, NOW)
    await _lose_lease(store, "a", push.id)
    assert await _claim(store, "b") == []
    assert await outbox.oldest_due(NOW) is None


async def test_a_postponed_push_waits_and_counts_an_attempt(store: Store) -> None:
    await _add(store, NOW)
    [push] = await _claim(store)
    await store.outbox.begin_send(push.id)
    await store.outbox.postpone(push.id, BLINK)
    await asyncio.sleep(2 * BLINK)
    [again] = await _claim(store)
    assert (again.id, again.attempts) == (push.id, 1)
    await store.outbox.begin_send(push.id)
    await store.outbox.postpone(push.id, LEASE)
    assert await _claim(store) == []


async def test_what_is_due_is_counted_whether_or_not_it_is_claimed(store: Store) -> None:
    await _add(store, NOW - HOUR, NOW - DAY, NOW + HOUR)
    await store.outbox.claim("a", NOW, 1, LEASE)
    assert await store.outbox.count_due(NOW) == 2
    assert await store.outbox.oldest_due(NOW) == NOW - DAY


async def test_the_longest_pause_of_the_bot_holds(store: Store) -> None:
    assert await store.outbox.pause_left() == 0
    await store.outbox.pause_bot(30)
    await store.outbox.pause_bot(3)
    assert 29 < await store.outbox.pause_left() <= 30
    await store.outbox.pause_bot(60)
    assert 59 < await store.outbox.pause_left() <= 60


async def test_a_pause_ends_by_itself(store: Store) -> None:
    await store.outbox.pause_bot(BLINK)
    await asyncio.sleep(2 * BLINK)
    assert await store.outbox.pause_left() == 0


async def test_claims_of_many_workers_never_overlap(store: Store) -> None:
    await _add(store, *([NOW] * 60))

    async def work(worker: str) -> list[int]:
        taken: list[int] = []
        while claimed := await store.outbox.claim(worker, NOW, 4, LEASE):
            taken += [push.id for push in claimed]
            await asyncio.sleep(0)
        return taken

    shares = await asyncio.gather(*(work(f"worker {n}") for n in range(5)))
    times = Counter(id for share in shares for id in share)
    assert len(times) == 60
    assert set(times.values()) == {1}


async def test_the_ledger_says_what_became_of_each(sql: Database) -> None:
    await _add(sql, NOW, NOW, NOW, NOW, NOW)
    a, b, c, d, _ = await _claim(sql)
    await sql.outbox.sent(a.id, 77, NOW + HOUR)
    await sql.outbox.skipped(b.id, SkipReason.PAUSED, NOW)
    await sql.outbox.failed(c.id, "blocked", NOW)
    await sql.outbox.uncertain(d.id, NOW)
    await sql.outbox.sent(d.id, 78, NOW)  # its answer was found after all
    await sql.outbox.failed(a.id, "too late to say so", NOW)
    async with sql.engine.reading() as session:
        rows = await session.rows(select(pushes_table).order_by(pushes_table.c.id))
    assert [(row.state, row.message_id, row.reason) for row in rows] == [
        ("sent", 77, None),
        ("skipped", None, "paused"),
        ("failed", None, "blocked"),
        ("sent", 78, None),
        ("due", None, None),
    ]
    assert rows[0].settled_at == NOW + HOUR


async def test_nothing_of_a_person_overtakes_what_was_due_before(store: Store) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 1)
        kinds = (PushKind.DAILY, PushKind.ANNOUNCEMENT)
        days = (NOW - HOUR, NOW - DAY)
        await unit.pushes.add(
            [NewPush(person.id, kind, "x", at) for kind, at in zip(kinds, days, strict=True)]
        )
    [first] = await _claim(store)
    assert first.kind is PushKind.ANNOUNCEMENT
    assert await _claim(store, "b") == []
    await store.outbox.postpone(first.id, LEASE)
    [second] = await _claim(store, "b")
    assert second.kind is PushKind.DAILY


async def test_turns_are_taken_one_after_the_other_by_all(store: Store) -> None:
    taken = [await store.outbox.take_turns(10.0, 1.0) for _ in range(3)]
    assert taken == pytest.approx([0, 10, 20], abs=2)


async def test_a_turn_that_nobody_took_in_time_is_given_for_a_little_while(store: Store) -> None:
    await store.outbox.take_turns(0.1, 0.2)
    await asyncio.sleep(0.7)
    assert await store.outbox.take_turns(0.1, 0.2) == pytest.approx(-0.2, abs=0.1)
    assert await store.outbox.take_turns(0.1, 0.2) == pytest.approx(-0.1, abs=0.1)
