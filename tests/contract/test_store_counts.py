"""Counts grow only by steps of enough people, in memory and in SQL alike."""

from dataclasses import replace
from random import Random

import pytest

from data.engine import Database
from data.readings import SqlReadings
from learning.account.model import Organisation
from learning.counts.model import PEOPLE, Shown
from tests.contract.memory.database import MemoryDatabase
from tests.contract.people import ATHENS, Store, add_learner

FEWEST = 5


async def shown(store: Store, organisation: int) -> dict[str, Shown]:
    if isinstance(store, MemoryDatabase):
        kept = store.transactions.state.counts
        return {
            about: told
            for (of, about), counts in kept.items()
            if of == organisation
            and (told := {c: n for c, (n, _) in counts.items() if n and c != PEOPLE})
        }
    assert isinstance(store, Database)
    return dict(await SqlReadings(store.engine, store.sealer).choice_counts(organisation))


async def note(store: Store, organisation: int, *choices: str, about: str = "q") -> None:
    async with store.unit() as unit:
        await unit.counts.note(organisation, about, choices, FEWEST)


async def test_nothing_is_shown_of_four_and_all_of_five(store: Store, athens: Organisation) -> None:
    for _ in range(4):
        await note(store, athens.id, "a")
    assert await shown(store, athens.id) == {}
    await note(store, athens.id, "a")
    assert await shown(store, athens.id) == {"q": {"a": 5}}


async def test_a_rare_choice_waits_until_enough_made_it(store: Store, athens: Organisation) -> None:
    for choice in "aaaab" * 4:
        await note(store, athens.id, choice)
        assert "b" not in (await shown(store, athens.id)).get("q", {})
    for choice in "aaaab":
        await note(store, athens.id, choice)
    assert (await shown(store, athens.id))["q"]["b"] == 5


@pytest.mark.parametrize("seed", range(3))
async def test_who_looks_all_the_time_sees_only_steps_of_enough_people(
    store: Store, athens: Organisation, seed: int
) -> None:
    random, before, answered, since = Random(seed), dict[str, int](), 0, 0
    for _ in range(60):
        await note(store, athens.id, random.choice("aaabbc"))
        answered, since = answered + 1, since + 1
        now = dict((await shown(store, athens.id)).get("q", {}))
        steps = {choice: now[choice] - before.get(choice, 0) for choice in now}
        assert all(step == 0 or step >= FEWEST for step in steps.values())
        if any(steps.values()):
            assert since >= FEWEST, "one person's answer alone moved a number"
            since = 0
        before = now
    assert sum(before.values()) <= answered


async def test_organisations_and_questions_are_counted_apart(
    store: Store, athens: Organisation
) -> None:
    other = await store.organisations.add(replace(ATHENS, id=0, name="Another"))
    for _ in range(5):
        await note(store, athens.id, "a")
        await note(store, other.id, "b", about="p")
    assert await shown(store, athens.id) == {"q": {"a": 5}}
    assert await shown(store, other.id) == {"p": {"b": 5}}


async def test_a_person_rates_once_and_the_rating_is_not_with_them(store: Store) -> None:
    async with store.unit() as unit:
        person = await add_learner(unit, 7)
        assert not await unit.ratings.has(person.id, "words")
        assert await unit.ratings.add(person.id, "words")
        assert not await unit.ratings.add(person.id, "words")
        assert await unit.ratings.has(person.id, "words")
