from dataclasses import replace
from datetime import date, timedelta

import pytest

from learning.ask import Conflict
from learning.lessons.model import Draft, Phase, Sitting, SittingKind
from learning.reviews.model import Confidence
from learning.talk.model import Focus, Prompt
from tests.contract.people import DAY, HOUR, NOW, STEPS, Store, Unit, add_learner, learner_of


async def _sit(unit: Unit, person_id: int, kind: SittingKind = SittingKind.LESSON) -> Sitting:
    return await unit.sittings.add(person_id, kind, "1.1.b", STEPS, NOW)


async def test_a_new_sitting_stands_before_its_first_step(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        added = await _sit(unit, person.id)
    assert added == Sitting(added.id, person.id, SittingKind.LESSON, "1.1.b", STEPS, NOW)
    async with store.unit() as unit:
        assert await unit.sittings.get(added.id) == added
        assert await unit.sittings.open_lesson(person.id) == added


@pytest.mark.parametrize(
    "draft",
    [
        Draft(),
        Draft(("b", "a"), None, None),
        Draft((), 3.5, None),
        Draft((), None, False),
        Draft(("a",), None, True, Confidence.UNSURE),
    ],
)
async def test_a_sitting_comes_back_as_it_was_put(store: Store, draft: Draft) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        sitting = await _sit(unit, person.id)
        moved = replace(
            sitting,
            at=2,
            phase=Phase.ANSWERED,
            draft=draft,
            answered=2,
            rights=1,
            finished_at=NOW + HOUR,
            revision=5,
        )
        await unit.sittings.put(moved)
        assert await unit.sittings.get(sitting.id) == moved


@pytest.mark.parametrize("revision", [1, 3, 4])
async def test_an_older_sitting_never_replaces_a_newer_one(store: Store, revision: int) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        sitting = await _sit(unit, person.id)
        await unit.sittings.put(replace(sitting, at=1, revision=4))
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await unit.sittings.put(replace(sitting, at=2, revision=revision))


async def test_a_person_has_one_open_lesson(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        await _sit(unit, person.id)
        await _sit(unit, person.id, SittingKind.AGAIN)
        await _sit(unit, person.id, SittingKind.AGAIN)
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await _sit(unit, person.id)


async def test_a_finished_lesson_makes_room_for_the_next(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        first = await _sit(unit, person.id)
        await unit.sittings.put(replace(first, finished_at=NOW, revision=1))
        assert await unit.sittings.open_lesson(person.id) is None
        second = await _sit(unit, person.id)
        assert await unit.sittings.open_lesson(person.id) == second


async def test_what_is_not_there_is_none(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        assert await unit.sittings.get(404) is None
        assert await unit.sittings.open_lesson(person.id) is None
        assert await unit.completions.last_lesson(person.id) is None
        assert await unit.completions.of(person.id) == set()
        assert await unit.days.of(person.id) == set()
        assert await unit.focuses.get(person.id) is None


async def test_completions_count_once_and_the_latest_lesson_is_known(store: Store) -> None:
    async with store.unit() as unit:
        person, other = await add_learner(unit, 1), await add_learner(unit, 2)
        await unit.completions.add(person.id, "a", True, NOW)
        await unit.completions.add(person.id, "b", True, NOW + HOUR)
        await unit.completions.add(person.id, "scenario", False, NOW + DAY)
        await unit.completions.add(other.id, "c", True, NOW + DAY)
        assert await unit.completions.last_lesson(person.id) == "b"
        await unit.completions.add(person.id, "a", True, NOW + 2 * HOUR)
        assert await unit.completions.last_lesson(person.id) == "a"
        assert await unit.completions.of(person.id) == {"a", "b", "scenario"}


async def test_a_day_of_learning_counts_once(store: Store) -> None:
    today = date(2026, 11, 23)
    async with store.unit() as unit:
        person, other = await add_learner(unit, 1), await add_learner(unit, 2)
        for day in (today, today, today + timedelta(days=1)):
            await unit.days.add(person.id, day)
        await unit.days.add(other.id, today - DAY)
        assert await unit.days.of(person.id) == {today, today + timedelta(days=1)}


async def test_a_person_has_one_focus(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        await unit.focuses.put(person.id, Focus(Prompt.SITTING, 7))
        await unit.focuses.put(person.id, Focus(Prompt.SITTING, 8))
        assert await unit.focuses.get(person.id) == Focus(Prompt.SITTING, 8)
        await unit.focuses.clear(person.id, Focus(Prompt.SITTING, 8))
        await unit.focuses.clear(person.id, Focus(Prompt.SITTING, 8))
        assert await unit.focuses.get(person.id) is None
