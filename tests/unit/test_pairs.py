"""What a coordinator is told of pairs, and what not."""

from dataclasses import replace
from datetime import time, timedelta

from learning.account.model import Actor, Enrolment, Membership, Person, Role
from learning.mentoring.model import Nudge, Party, Rest, Turn
from learning.mentoring.pairs.asks import ShowGenerations, ShowPairs
from learning.mentoring.pairs.outcomes import Handed, PairsShown, Seen
from learning.mentoring.pairs.overseeing import PAGE, show_generations, show_pairs
from tests.contract.memory.pairs import MemoryPairs
from tests.contract.memory.state import State
from tests.contract.people import ATHENS, NOW

HERE, ELSEWHERE, ME = replace(ATHENS, id=1), 2, 50
COORDINATOR = Actor(
    1,
    Person(ME, 1, "el", "Europe/Athens"),
    Enrolment(ME, time(9), frozenset({0})),
    memberships=(Membership(1, ME, HERE, None, Role.COORDINATOR, None),),
)
TURN = Turn(1, Party(10, HERE.id), Party(11, HERE.id), "el", "h", NOW)


async def _look(*turns: Turn, skip: int = 0) -> PairsShown:
    pairs = MemoryPairs(State())
    pairs.state.turns = {turn.id: turn for turn in turns}
    return await show_pairs(ShowPairs(skip), COORDINATOR, NOW, pairs=pairs)


async def test_of_somebody_elsewhere_no_name_is_read() -> None:
    shown = await _look(replace(TURN, mentor=Party(99, ELSEWHERE)))
    assert shown.pairs[0].mentor == Seen(None, elsewhere=True)
    assert shown.pairs[0].mentee == Seen(11)


async def test_ones_own_pair_is_no_business_of_the_coordinator() -> None:
    own = [replace(TURN, mentor=Party(ME, HERE.id)), replace(TURN, id=2, mentee=Party(ME, HERE.id))]
    shown = await _look(*own)
    assert (shown.places, shown.pairs) == ((), ())


async def test_silence_is_known_after_it_was_told_and_not_while_one_is_reminded() -> None:
    for nudge, silent in (
        (Nudge.NONE, False),
        (Nudge.REMINDED, False),
        (Nudge.TOLD, True),
        (Nudge.OFFERED, True),
    ):
        shown = await _look(replace(TURN, mentee=Party(11, HERE.id, nudge=nudge)))
        assert shown.pairs[0].silent is silent
        assert sum(place.silent for place in shown.places) == silent


async def test_a_break_is_seen_on_its_days_only() -> None:
    today = NOW.date()
    for since, resting in ((today, True), (today + timedelta(1), False)):
        shown = await _look(replace(TURN, rests=(Rest(since, today + timedelta(7)),)))
        assert shown.pairs[0].resting is resting


async def test_pages_end_where_the_pairs_end_whatever_a_button_says() -> None:
    turns = [replace(TURN, id=number) for number in range(1, PAGE + 2)]
    first = await _look(*turns)
    assert (len(first.pairs), first.later) == (PAGE, PAGE)
    second = await _look(*turns, skip=PAGE)
    assert (len(second.pairs), second.later) == (1, None)
    beyond = await _look(*turns, skip=9999)
    assert (beyond.pairs, beyond.later) == ((), None)


async def test_a_mentee_who_mentors_is_told_with_both_generations() -> None:
    pairs = MemoryPairs(State())
    second = replace(
        TURN, id=2, mentor=TURN.mentee, mentee=Party(12, HERE.id), predecessor=1, generation=2
    )
    pairs.state.turns = {1: TURN, 2: second}
    shown = await show_generations(ShowGenerations(), COORDINATOR, NOW, pairs=pairs)
    assert shown.generations == ((1, 1), (2, 1))
    assert shown.handed == (Handed(10, 11, 12),)
