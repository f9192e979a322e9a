from dataclasses import replace
from datetime import timedelta

import pytest

from learning.ask import Conflict
from learning.reviews.model import Confidence, Rating, Review
from learning.scenarios.model import Run, Stage
from tests.contract.people import DAY, HOUR, NOW, Store, add_learner, learner_of
from tests.curricula import small

SCENARIO = next(iter(small().scenarios.values()))


def _review(person_id: int, question: str = "1.1.a.q1", due_in: timedelta = DAY) -> Review:
    return Review(person_id, question, 3.7145, 5.01, NOW + due_in, NOW)


async def test_a_review_comes_back_as_it_was_put(store: Store) -> None:
    person = await learner_of(store)
    first = _review(person.id)
    second = replace(first, stability=11.2, due_at=NOW + 11 * DAY, revision=1)
    async with store.unit() as unit:
        assert await unit.reviews.get(person.id, first.question) is None
        await unit.reviews.put(first)
        assert await unit.reviews.get(person.id, first.question) == first
        await unit.reviews.put(second)
        assert await unit.reviews.of(person.id) == [second]


@pytest.mark.parametrize("revision", [0, 2])
async def test_a_review_of_another_revision_is_a_conflict(store: Store, revision: int) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        await unit.reviews.put(_review(person.id))
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await unit.reviews.put(replace(_review(person.id), revision=revision))


async def test_a_review_that_never_was_cannot_be_replaced(store: Store) -> None:
    person = await learner_of(store)
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await unit.reviews.put(replace(_review(person.id), revision=1))


async def test_the_longest_due_questions_come_first(store: Store) -> None:
    due_in = {"late": -DAY, "soon": HOUR, "now": timedelta(0), "later": -2 * DAY}
    async with store.unit() as unit:
        person, other = await add_learner(unit, 1), await add_learner(unit, 2)
        for question, delta in due_in.items():
            await unit.reviews.put(_review(person.id, question, delta))
        await unit.reviews.put(_review(other.id, "late", -9 * DAY))
        due = await unit.reviews.due(person.id, NOW, 10)
        assert [review.question for review in due] == ["later", "late"]
        assert [r.question for r in await unit.reviews.due(person.id, NOW, 1)] == ["later"]
        assert await unit.reviews.count_due(person.id, NOW) == 2
        assert await unit.reviews.next_due(person.id) == NOW - 2 * DAY


async def test_nothing_learned_means_nothing_due(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        assert await unit.reviews.next_due(person.id) is None
        assert await unit.reviews.count_due(person.id, NOW) == 0
        assert await unit.reviews.due(person.id, NOW, 3) == []


async def test_every_answer_is_logged(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        await unit.reviews.log(person.id, "q", Rating.EASY, Confidence.SURE, NOW)
        await unit.reviews.log(person.id, "q", Rating.AGAIN, None, NOW)


async def test_a_new_run_begins_at_the_first_decision(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        run = await unit.runs.add(person.id, SCENARIO, "hash")
        expected = Run(
            run.id, person.id, SCENARIO.id, "hash", SCENARIO.start, dict(SCENARIO.variables)
        )
        assert run == expected
        assert await unit.runs.get(run.id) == expected
        assert await unit.runs.open_of(person.id, SCENARIO.id) == expected
    assert await store.definitions.hashes_of_runs() == {"hash"}


async def test_a_run_comes_back_as_it_was_put(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        run = await unit.runs.add(person.id, SCENARIO, "hash")
        ended = replace(
            run,
            node="ending",
            variables={"trust": -2, "time": 3},
            stage=Stage.ENDED,
            choice="b",
            path=(("d1", "a"), ("d2", "b")),
            finished_at=NOW,
            revision=1,
        )
        await unit.runs.put(ended)
        assert await unit.runs.get(run.id) == ended
        assert await unit.runs.open_of(person.id, SCENARIO.id) is None


async def test_the_latest_open_run_counts(store: Store) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        first = await unit.runs.add(person.id, SCENARIO, "old")
        second = await unit.runs.add(person.id, SCENARIO, "new")
        assert await unit.runs.open_of(person.id, SCENARIO.id) == second
        await unit.runs.put(replace(second, finished_at=NOW, revision=1))
        assert await unit.runs.open_of(person.id, SCENARIO.id) == first
        assert await unit.runs.open_of(person.id, "another") is None


@pytest.mark.parametrize("revision", [0, 2])
async def test_a_run_of_another_revision_is_a_conflict(store: Store, revision: int) -> None:
    person = await learner_of(store)
    async with store.unit() as unit:
        run = await unit.runs.add(person.id, SCENARIO, "hash")
    with pytest.raises(Conflict):
        async with store.unit() as unit:
            await unit.runs.put(replace(run, revision=revision))
