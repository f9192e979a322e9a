"""What stays with the person of an unlinked round must not lead back to the answers."""

from itertools import permutations
from random import Random

import pytest

from learning.needs.sending import tickets_of

UNITS = [f"u{at}" for at in range(18)]


def chance(three: tuple[str, ...], tickets: list[str]) -> float:
    """That these three units are drawn first, in whatever order."""
    return sum(_in_order(order, tickets) for order in permutations(three))


def _in_order(order: tuple[str, ...], tickets: list[str]) -> float:
    found, left = 1.0, list(tickets)
    for unit in order:
        found *= left.count(unit) / len(left)
        left = [each for each in left if each != unit]
    return found


def test_any_three_units_may_come_of_any_answers_and_none_are_a_hundred_times_as_likely() -> None:
    tickets = tickets_of(UNITS)
    most, least = chance(("u0", "u1", "u2"), tickets), chance(("u15", "u16", "u17"), tickets)
    assert least > 0
    assert most / least == pytest.approx(85)


def test_one_unit_of_three_is_on_average_by_chance() -> None:
    tickets, random = tickets_of(UNITS), Random(7)
    drawn = [_three(random.sample(tickets, len(tickets))) for _ in range(2000)]
    among_six = sum(unit in UNITS[:6] for three in drawn for unit in three) / len(drawn)
    assert 1.8 < among_six < 2.1


def _three(shuffled: list[str]) -> list[str]:
    return list(dict.fromkeys(shuffled))[:3]
