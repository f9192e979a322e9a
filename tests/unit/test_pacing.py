"""How many may go in any second, as tables of cases and as properties of any traffic."""

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pacing import AGAIN_SECONDS, Pace

ROUNDING = 1e-9
WAY = 0.05
unhurried = settings(deadline=None)  # a busy machine is no failure


@dataclass(frozen=True, order=True)
class Wish:
    """To send at `instant`; `chat` is None for a reply."""

    instant: float
    chat: int | None = None


def played(wishes: Sequence[Wish], pace: Pace, way: float = WAY) -> list[float]:
    """When each went, in the order of the wishes, if every wish asks, sleeps and asks again;
    each answer comes after twice the `way`."""
    begins: list[tuple[float, int]] = []
    ends: list[float] = []
    for number, wish in enumerate(wishes):
        heapq.heappush(begins, (wish.instant, number))
    went = [math.inf] * len(wishes)
    while begins:
        now, number = heapq.heappop(begins)
        while ends and ends[0] <= now:
            end = heapq.heappop(ends)
            pace.end(end - 2 * way, end)
        chat = wishes[number].chat
        instant = pace.opening(now) if chat is None else pace.push_opening(chat, now)
        if instant > now:
            heapq.heappush(begins, (instant, number))
            continue
        pace.begin()
        heapq.heappush(ends, now + 2 * way)
        went[number] = now
    return went


def fullest_second(went: Sequence[float]) -> int:
    """How many the fullest sliding second holds."""
    instants = sorted(went)
    return max(
        (
            sum(end - 1 + ROUNDING < each <= end for each in instants[: at + 1])
            for at, end in enumerate(instants)
        ),
        default=0,
    )


def replies(*instants: float) -> list[Wish]:
    return [Wish(instant) for instant in instants]


def pushes(*instants: float, chats: int = 1000) -> list[Wish]:
    return [Wish(instant, number % chats) for number, instant in enumerate(instants)]


@pytest.mark.parametrize(
    ("wishes", "instants"),
    [
        ([], []),
        (replies(5), [5]),
        (pushes(5), [5]),
        (replies(*[0] * 10), [0] * 10),
        (replies(*[0] * 11), [0] * 10 + [1]),
        (replies(*[0] * 5, *[0.5] * 6), [0] * 5 + [0.5] * 5 + [1]),
        (pushes(*[0] * 10), [0] * 9 + [1]),
        ([*pushes(*[0] * 9), Wish(0)], [0] * 10),
        ([*pushes(*[0] * 9), *replies(0, 0)], [0] * 10 + [1]),
        (pushes(0, 0, chats=1), [0, 1]),
        (pushes(0, 0.95, chats=1), [0, 1]),
        ([Wish(0, 1), Wish(0, 1), Wish(0, 2)], [0, 1, 0]),
        ([Wish(0, 1), Wish(0.05)], [0, 0.05]),
    ],
)
def test_each_send_goes_once_ten_a_second_allow_it(
    wishes: list[Wish], instants: list[float]
) -> None:
    assert played(wishes, Pace(10), 0.0) == pytest.approx(instants, abs=AGAIN_SECONDS + ROUNDING)


def test_what_is_on_its_way_holds_its_place_until_a_second_after_its_answer() -> None:
    pace = Pace(1)
    pace.begin()
    assert pace.opening(50.0) == 50.0 + AGAIN_SECONDS
    pace.end(0.0, 60.0, taken=False)
    assert pace.opening(60.5) == 61.0
    assert pace.opening(61.0) == 61.0


def test_half_of_the_way_itself_is_not_waited_for() -> None:
    pace = Pace(1)
    pace.begin()
    pace.end(0.0, 0.2)
    assert pace.opening(0.5) == pytest.approx(1.1)
    pace.begin()
    pace.end(1.1, 1.6)  # this one took 0.3 longer than the way: it may have arrived so much later
    assert pace.opening(1.7) == pytest.approx(2.5)


def test_a_quick_refusal_does_not_count_as_the_way() -> None:
    pace = Pace(1)
    pace.begin()
    pace.end(0.0, 0.2)
    pace.begin()
    pace.end(1.0, 1.001, taken=False)
    pace.begin()
    pace.end(3.0, 3.2)
    assert pace.opening(3.3) == pytest.approx(4.1)


def test_asking_in_vain_costs_nothing() -> None:
    pace = Pace(2)
    assert pace.push_opening(1, 0.0) == 0.0
    pace.begin()
    pace.end(0.0, 0.0)
    assert [pace.push_opening(chat, 0.05) for chat in range(2, 50)] == [1.0] * 48
    assert pace.push_opening(2, 1.0) == 1.0


def test_a_pause_holds_replies_and_pushes_until_its_end() -> None:
    pace = Pace(10)
    pace.pause_until(5)
    pace.pause_until(3)
    assert (pace.opening(1), pace.push_opening(1, 1), pace.paused_until) == (5, 5, 5)
    assert (pace.opening(5), pace.push_opening(1, 5)) == (5, 5)


def test_only_the_chats_of_the_last_second_are_remembered() -> None:
    pace = Pace(1000)
    assert fullest_second(played(pushes(*(n / 500 for n in range(2000)), chats=2000), pace)) <= 501
    assert len(pace._pushed) <= 501


instants = st.integers(0, 4000).map(lambda milliseconds: milliseconds / 1000)


@st.composite
def bursts(draw: st.DrawFn) -> list[Wish]:
    """Replies, or pushes to neighbouring chats, wanted at one instant."""
    instant, number = draw(instants), draw(st.integers(1, 40))
    if draw(st.booleans()):
        return replies(*[instant] * number)
    return [Wish(instant, chat) for chat in range(number)]


# Single sends as Hypothesis draws them seldom fill a second; bursts do.
traffic = st.lists(bursts(), max_size=8).map(
    lambda drawn: [wish for each in drawn for wish in each]
)


@unhurried
@given(traffic, st.sampled_from([0.0, 0.001, WAY, 0.3]))
def test_no_second_is_overfilled_and_every_wish_is_granted(wishes: list[Wish], way: float) -> None:
    went = played(wishes, Pace(30), way)
    assert fullest_second(went) <= 30
    assert all(wish.instant <= at < math.inf for wish, at in zip(wishes, went, strict=True))


@unhurried
@given(traffic)
def test_pushes_to_one_chat_are_a_second_apart(wishes: list[Wish]) -> None:
    went = played(wishes, Pace(30))
    for chat in {wish.chat for wish in wishes} - {None}:
        of_chat = sorted(at for wish, at in zip(wishes, went, strict=True) if wish.chat == chat)
        assert fullest_second(of_chat) <= 1
