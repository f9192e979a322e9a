"""The one budget per bot, as tables of cases and as properties of any traffic."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pacing import REPLIES_PER_SECOND, Pace

RATE = 27
ROUNDING = 1e-9
unhurried = settings(deadline=None)  # a busy machine is no failure


@dataclass(frozen=True, order=True)
class Send:
    """A wish to send at `instant`, or the sending itself; `chat` is None for a reply."""

    instant: float
    chat: int | None = None


def played(wishes: Sequence[Send], pace: Pace) -> list[Send]:
    """What goes when, if every wish asks, sleeps and asks again until it may go."""
    asking = [(wish.instant, number, wish.chat) for number, wish in enumerate(wishes)]
    heapq.heapify(asking)
    sent = []
    while asking:
        now, number, chat = heapq.heappop(asking)
        instant = pace.reply(now) if chat is None else pace.push(chat, now)
        if instant > now:
            heapq.heappush(asking, (instant, number, chat))
        else:
            sent.append(Send(now, chat))
    return sent


def in_second_before(sent: Sequence[Send], end: int) -> list[Send]:
    """The sends of the sliding second that ends with number `end`, itself included."""
    start = sent[end].instant - 1 + ROUNDING
    return [send for send in sent[: end + 1] if send.instant > start]


def fullest_second(sent: Sequence[Send]) -> int:
    return max((len(in_second_before(sent, end)) for end in range(len(sent))), default=0)


def replies(*instants: float) -> list[Send]:
    return [Send(instant) for instant in instants]


def pushes(*instants: float, chats: int = 1000) -> list[Send]:
    return [Send(instant, number % chats) for number, instant in enumerate(instants)]


@pytest.mark.parametrize(
    ("wishes", "instants"),
    [
        ([], []),
        (replies(5), [5]),
        (pushes(5), [5]),
        (replies(*[0] * 30), [0] * 30),
        (replies(*[0] * 31), [0] * 30 + [1]),
        (replies(*[0] * 61), [0] * 30 + [1] * 30 + [2]),
        (replies(*[0] * 15, *[0.5] * 16), [0] * 15 + [0.5] * 15 + [1]),
        (pushes(0, 0, 0), [0, 0.1, 0.2]),
        (pushes(0, 0.05, 5), [0, 0.1, 5]),
        (pushes(0, 0, chats=1), [0, 1]),
        (pushes(0, 0.95, chats=1), [0, 1]),
        (pushes(0, 1, chats=1), [0, 1]),
        ([Send(0, 1), Send(0, 1), Send(0, 2)], [0, 0.1, 1]),
        ([Send(0), Send(0, 1)], [0, 0.1]),
        ([Send(0), Send(0), Send(0), Send(0, 1)], [0, 0, 0, 0.3]),
        ([Send(0, 1), Send(0.05), Send(0.05, 2)], [0, 0.05, 0.2]),
        ([Send(0, 1), Send(0.02, 2), Send(0.06)], [0, 0.06, 0.2]),
        ([*replies(*[0] * 30), Send(0, 1)], [0] * 30 + [1]),
    ],
)
def test_each_send_goes_when_the_budget_of_ten_a_second_allows(
    wishes: list[Send], instants: list[float]
) -> None:
    assert [send.instant for send in played(wishes, Pace(10))] == pytest.approx(instants)


@pytest.mark.parametrize("rate", [1, 10, 27, 29])
def test_a_pile_of_pushes_leaves_smoothly(rate: int) -> None:
    sent = played(pushes(*[0] * 300), Pace(rate))
    assert sent[-1].instant == pytest.approx(299 / rate)
    assert fullest_second(sent) == rate


def test_pushes_that_wake_a_little_late_do_not_slow_those_that_follow() -> None:
    pace, late, now = Pace(10), 0.03, 0.0
    for chat in range(50):
        assert pace.push(chat, now) == now
        now = pace.push(-1, now) + late
    assert now == pytest.approx(50 / 10 + late)


def test_asking_in_vain_costs_nothing() -> None:
    pace = Pace(10)
    pace.push(1, 0)
    assert [pace.push(chat, 0.05) for chat in range(2, 50)] == [0.1] * 48
    assert pace.push(1, 0.1) == 1
    assert pace.push(2, 0.1) == 0.1


def test_a_pause_holds_replies_and_pushes_until_its_end() -> None:
    pace = Pace(10)
    pace.pause_until(5)
    assert (pace.reply(1), pace.push(1, 1), pace.paused_until) == (5, 5, 5)
    assert (pace.reply(5), pace.push(1, 5)) == (5, 5.1)


def test_an_earlier_pause_does_not_shorten_a_later_one() -> None:
    pace = Pace(10)
    pace.pause_until(5)
    pace.pause_until(3)
    assert pace.paused_until == 5


def test_only_the_chats_of_the_last_second_are_remembered() -> None:
    pace = Pace(1000)
    sent = played(pushes(*(n / 500 for n in range(5000)), chats=5000), pace)
    assert len(sent) == 5000
    assert len(pace._pushed) <= 500


def test_a_push_goes_within_a_second_after_a_storm_of_replies() -> None:
    storm = replies(*(n / 100 for n in range(1000)))
    pace = Pace(RATE)
    last_reply = played(storm, pace)[-1].instant
    assert pace.push(1, last_reply) <= last_reply + 1


instants = st.integers(0, 4000).map(lambda milliseconds: milliseconds / 1000)
numbers = st.integers(1, 40)


@st.composite
def bursts(draw: st.DrawFn) -> list[Send]:
    """Replies, or pushes to neighbouring chats, wanted at one instant."""
    instant, number = draw(instants), draw(numbers)
    if draw(st.booleans()):
        return replies(*[instant] * number)
    first = draw(numbers)
    return [Send(instant, chat) for chat in range(first, first + number)]


# Single sends as Hypothesis draws them seldom fill a second; bursts do.
traffic = st.lists(bursts(), max_size=8).map(lambda drawn: list(chain(*drawn)))


def of(sent: Sequence[Send], chat: int | None) -> list[float]:
    return sorted(send.instant for send in sent if send.chat == chat)


@unhurried
@given(traffic)
def test_every_wish_is_granted_and_none_before_its_time(wishes: list[Send]) -> None:
    sent = played(wishes, Pace(RATE))
    assert len(sent) == len(wishes)
    for chat in {wish.chat for wish in wishes}:
        pairs = zip(of(wishes, chat), of(sent, chat), strict=True)
        assert all(wanted <= went for wanted, went in pairs)


@unhurried
@given(traffic)
def test_a_push_never_overfills_the_second_that_it_ends(wishes: list[Send]) -> None:
    sent = played(wishes, Pace(RATE))
    for number, send in enumerate(sent):
        assert send.chat is None or len(in_second_before(sent, number)) <= RATE + 1


@unhurried
@given(traffic)
def test_a_second_passes_the_cap_only_by_replies_after_its_last_push(wishes: list[Send]) -> None:
    sent = played(wishes, Pace(RATE))
    for number in range(len(sent)):
        second = in_second_before(sent, number)
        last_push = max((n for n, send in enumerate(second) if send.chat is not None), default=-1)
        assert last_push <= RATE
        assert len(second) - last_push - 1 <= REPLIES_PER_SECOND


@unhurried
@given(traffic)
def test_a_reply_waits_for_nothing_but_thirty_replies(wishes: list[Send]) -> None:
    sent = played(wishes, Pace(RATE))
    alone = played([wish for wish in wishes if wish.chat is None], Pace(RATE))
    assert of(sent, None) == of(alone, None)
    assert fullest_second(alone) <= REPLIES_PER_SECOND


@unhurried
@given(traffic)
def test_pushes_to_one_chat_are_a_second_apart(wishes: list[Send]) -> None:
    sent = played(wishes, Pace(RATE))
    for chat in {wish.chat for wish in wishes} - {None}:
        assert all(later - earlier >= 1 - ROUNDING for earlier, later in pairwise(of(sent, chat)))


@unhurried
@given(before=traffic, after=traffic, pause=st.floats(0, 60))
def test_after_a_pause_began_nothing_goes_before_its_end(
    before: list[Send], after: list[Send], pause: float
) -> None:
    pace = Pace(RATE)
    begin = max((send.instant for send in played(before, pace)), default=0.0)
    pace.pause_until(begin + pause)
    sent = played([Send(begin + wish.instant, wish.chat) for wish in after], pace)
    assert all(send.instant >= begin + pause for send in sent)


@unhurried
@given(second=st.lists(st.integers(0, 999), max_size=RATE - 1), wished=instants)
def test_replies_below_the_rate_never_starve_a_push(second: list[int], wished: float) -> None:
    steady = replies(*(n + offset / 1000 for n in range(10) for offset in second))
    sent = played([*steady, Send(wished, 1)], Pace(RATE))
    assert of(sent, 1)[0] <= wished + 3


@unhurried
@given(traffic, st.sampled_from([1e3, 1e6]))
def test_the_clock_may_start_anywhere(wishes: list[Send], start: float) -> None:
    later = played([Send(start + wish.instant, wish.chat) for wish in wishes], Pace(RATE))
    for number, send in enumerate(later):
        assert send.chat is None or len(in_second_before(later, number)) <= RATE + 1
