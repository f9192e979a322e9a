"""Two who write at once: one wins and the other is told, or both count; nothing is lost."""

import asyncio
from dataclasses import replace

import pytest

from learning.account.model import EnrolmentCode, Organisation, Role
from learning.ask import Conflict
from learning.inbox import NewUpdate
from learning.lessons.model import SittingKind
from tests.contract.people import NOW, STEPS, Store, Unit, add_person, learner_of


async def _until_it_counts(store: Store, change: "Change") -> int:
    """As `perform` does: begins again after a conflict. Gives the number of conflicts."""
    conflicts = 0
    while True:
        try:
            async with store.unit() as unit:
                await change(unit)
            return conflicts
        except Conflict:
            conflicts += 1
            await asyncio.sleep(0)


class Change:
    async def __call__(self, unit: Unit) -> None:
        raise NotImplementedError


class MoveOn(Change):
    """Reads the sitting and puts it back one step and one right answer further."""

    def __init__(self, sitting: int) -> None:
        self.sitting = sitting

    async def __call__(self, unit: Unit) -> None:
        sitting = await unit.sittings.get(self.sitting)
        assert sitting is not None
        await asyncio.sleep(0)
        await unit.sittings.put(
            replace(sitting, rights=sitting.rights + 1, revision=sitting.revision + 1)
        )


class Speak(Change):
    """Adds a letter to the person's language, a row that no revision guards."""

    async def __call__(self, unit: Unit) -> None:
        person = (await unit.people.actor(1001)).person
        assert person is not None
        await asyncio.sleep(0)
        await unit.people.put(replace(person, zone=person.zone + "x"))


async def test_of_many_moves_at_once_none_is_lost(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        sitting = await unit.sittings.add(person.id, SittingKind.LESSON, "l", STEPS, NOW)
    await asyncio.gather(*(_until_it_counts(store, MoveOn(sitting.id)) for _ in range(20)))
    async with store.unit() as unit:
        assert await unit.sittings.get(sitting.id) == replace(sitting, rights=20, revision=20)


async def test_rows_without_a_revision_lose_no_write_either(store: Store) -> None:
    person = await learner_of(store)
    await asyncio.gather(*(_until_it_counts(store, Speak()) for _ in range(15)))
    async with store.unit() as unit:
        after = (await unit.people.actor(1001)).person
    assert after == replace(person, zone=person.zone + 15 * "x")


async def test_a_code_with_three_uses_lets_three_of_many_in(
    store: Store, athens: Organisation
) -> None:
    await store.organisations.add_code(
        EnrolmentCode("ath", athens, None, Role.LEARNER, None, 3, None, False)
    )

    async def use() -> bool:
        while True:
            try:
                async with store.unit() as unit:
                    return await unit.codes.use("ath")
            except Conflict:
                continue

    assert (await asyncio.gather(*(use() for _ in range(12)))).count(True) == 3


async def test_who_arrives_twice_at_once_is_one_person(store: Store) -> None:
    async def arrive() -> bool:
        try:
            async with store.unit() as unit:
                await asyncio.sleep(0)
                await add_person(unit)
                return True
        except Conflict:
            return False

    assert (await asyncio.gather(*(arrive() for _ in range(10)))).count(True) == 1


async def test_an_update_performed_twice_at_once_counts_once(store: Store) -> None:
    await learner_of(store)
    await store.inbox.take([NewUpdate(5, 1001, "{}", None)])

    async def perform() -> bool:
        try:
            async with store.unit() as unit:
                await asyncio.sleep(0)
                return await unit.inbox.mark_applied(5, None)
        except Conflict:
            return False

    assert (await asyncio.gather(*(perform() for _ in range(10)))).count(True) == 1


async def test_a_batch_is_taken_once_though_it_comes_twice_at_once(store: Store) -> None:
    updates = [NewUpdate(id, 7, "{}", None) for id in range(50)]
    shares = await asyncio.gather(*(store.inbox.take(updates) for _ in range(6)))
    assert sorted(id for share in shares for id in share) == list(range(50))


@pytest.mark.parametrize("moment", ["at once", "in the middle"])
async def test_a_unit_that_is_cancelled_leaves_no_trace(store: Store, moment: str) -> None:
    async def dawdle() -> None:
        async with store.unit() as unit:
            await add_person(unit)
            await asyncio.sleep(30)

    task = asyncio.create_task(dawdle())
    await asyncio.sleep(0 if moment == "at once" else 0.05)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with store.unit() as unit:
        assert (await unit.people.actor(1001)).person is None
        await add_person(unit)
