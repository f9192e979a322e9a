"""What coordinators see of pairs: places, silence, generations; never another organisation's."""

from dataclasses import replace

from learning.account.model import Organisation
from learning.mentoring.cycle import Step
from learning.mentoring.model import Ending, Nudge, Turn
from learning.mentoring.pairs.outcomes import Place
from learning.mentoring.pairs.ports import Circle
from tests.contract.mentoring import add_turn
from tests.contract.people import ATHENS, NOW, Store, Unit, add_learner

NOBODY = 999


async def _people(unit: Unit, number: int) -> list[int]:
    return [(await add_learner(unit, telegram_id)).id for telegram_id in range(1, number + 1)]


async def _put(unit: Unit, turn: Turn, **fields: object) -> Turn:
    changed = turn.changed(**fields)
    await unit.turns.put(changed)
    return changed


async def test_pairs_are_counted_where_they_are(store: Store, athens: Organisation) -> None:
    async with store.unit() as unit:
        a, b, c, d = await _people(unit, 4)
        await add_turn(unit, athens.id, a, b)
        other = await add_turn(unit, athens.id, a, c)
        silent = replace(other.mentee, nudge=Nudge.TOLD)
        await _put(unit, other, step=Step.MENTORING, phase="rapport", mentee=silent)
        over = await add_turn(unit, athens.id, a, d)
        await _put(unit, over, ended_at=NOW, look_at=None, ending=Ending.WISH)
        assert set(await unit.pairs.places(athens.id, NOBODY)) == {
            Place(Step.MATCHING, None, 1, 0),
            Place(Step.MENTORING, "rapport", 1, 1),
        }
        assert set(await unit.pairs.places(athens.id, b)) == {
            Place(Step.MENTORING, "rapport", 1, 1)
        }


async def test_silent_pairs_come_first_and_pages_do_not_overlap(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        a, b, c, d = await _people(unit, 4)
        turns = [await add_turn(unit, athens.id, a, each) for each in (b, c, d)]
        silent = replace(turns[2].mentor, nudge=Nudge.OFFERED)
        turns[2] = await _put(unit, turns[2], mentor=silent)
        in_order = [turns[2], turns[0], turns[1]]
        assert list(await unit.pairs.running(athens.id, NOBODY, 0, 2)) == in_order[:2]
        assert list(await unit.pairs.running(athens.id, NOBODY, 2, 2)) == in_order[2:]
        assert list(await unit.pairs.running(athens.id, c, 0, 9)) == [turns[2], turns[0]]


async def test_a_pair_of_two_organisations_is_seen_by_both_and_by_no_third(
    store: Store, athens: Organisation
) -> None:
    madrid = await store.organisations.add(replace(ATHENS, id=0, name="Madrid"))
    valencia = await store.organisations.add(replace(ATHENS, id=0, name="Valencia"))
    async with store.unit() as unit:
        a, b = await _people(unit, 2)
        turn = await add_turn(unit, athens.id, a, b)
        turn = await _put(unit, turn, mentee=replace(turn.mentee, organisation_id=madrid.id))
        assert list(await unit.pairs.running(athens.id, NOBODY, 0, 9)) == [turn]
        assert list(await unit.pairs.running(madrid.id, NOBODY, 0, 9)) == [turn]
        assert not await unit.pairs.running(valencia.id, NOBODY, 0, 9)
        assert not await unit.pairs.places(valencia.id, NOBODY)


async def test_who_was_mentored_and_mentors_now_is_told_as_generations(
    store: Store, athens: Organisation
) -> None:
    async with store.unit() as unit:
        a, b, c, d = await _people(unit, 4)
        first = await add_turn(unit, athens.id, a, b)
        first = await _put(unit, first, ended_at=NOW, look_at=None, ending=Ending.CIRCLE)
        begun = await add_turn(unit, athens.id, b, c)
        second = await unit.turns.add(replace(begun, generation=2, predecessor=first.id))
        await _put(unit, begun, ended_at=NOW, look_at=None, ending=Ending.LEFT)
        left = await add_turn(unit, athens.id, a, d)
        await _put(unit, left, ended_at=NOW, look_at=None, ending=Ending.LEFT)
        assert list(await unit.pairs.generations(athens.id, NOBODY)) == [(1, 1), (2, 1)]
        assert list(await unit.pairs.circles(athens.id, NOBODY, 9)) == [Circle(first, second)]
        assert not await unit.pairs.circles(athens.id, b, 9)
        assert not await unit.pairs.circles(athens.id, NOBODY, 0)
