"""The one budget at work through virtual time, against a server that counts every second.

The loop's clock jumps from timer to timer, so minutes of sending take a moment, and a stall of the
machine is a number.
"""

import asyncio
import selectors
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from random import Random
from typing import Any, cast

import pytest

from bot.delivery.gate import Gate
from bot.delivery.pacing import Pace
from bot.delivery.turns import Turns
from learning.pushes.ports import Outbox

RATE, MOST = 27.0, 30
AT_ONCE = 50


class VirtualSelector(selectors.SelectSelector):
    """Instead of waiting it moves the clock on."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[Any]:
        self.now += timeout or 0.0
        return super().select(0)


def through_time(story: Callable[[], Coroutine[Any, Any, None]]) -> None:
    selector = VirtualSelector()
    loop = asyncio.SelectorEventLoop(selector)
    loop.time = lambda: selector.now  # type: ignore[method-assign]
    try:
        loop.run_until_complete(story())
    finally:
        loop.close()


@dataclass
class Server:
    """Counts what arrives; `way` says how long the next call takes to it, and back from it."""

    way: Callable[[], float]
    arrived: list[float] = field(default_factory=list)
    fullest: int = 0
    last_second: deque[float] = field(default_factory=deque)

    async def call(self) -> bool:
        await asyncio.sleep(self.way())
        now = asyncio.get_running_loop().time()
        while self.last_second and self.last_second[0] <= now - 1:
            self.last_second.popleft()
        self.last_second.append(now)
        self.arrived.append(now)
        self.fullest = max(self.fullest, len(self.last_second))
        await asyncio.sleep(self.way())
        return True


@dataclass
class Bot:
    """What delivery does of a push and of a reply, `commit` seconds between turn and send."""

    server: Server
    commit: Callable[[], float]
    taken_until: list[float]  # shared by all who deliver

    def __post_init__(self) -> None:
        pace = Pace(MOST)
        self.gate = Gate(pace)
        self.turns = Turns(pace, RATE, cast(Outbox, self))
        self.waits: list[float] = []

    async def take_turns(self, seconds: float, late: float) -> float:
        await asyncio.sleep(self.commit())
        now = asyncio.get_running_loop().time()
        begin = max(self.taken_until[0], now - late)
        self.taken_until[0] = begin + seconds
        return begin - now

    async def push(self, chat: int) -> None:
        await self.turns.push(chat)
        await asyncio.sleep(self.commit())
        await self._send(chat)

    async def reply(self, chat: int) -> None:
        began = asyncio.get_running_loop().time()
        self.turns.reply()
        await self._send(chat)
        self.waits.append(asyncio.get_running_loop().time() - began)

    async def _send(self, chat: int) -> None:
        data = {"chat_id": chat}
        await self.gate.process_request(self.server.call, (), {}, "sendMessage", data, None)

    async def push_all(self, chats: range) -> None:
        room = asyncio.Semaphore(AT_ONCE)

        async def one(chat: int) -> None:
            async with room:
                await self.push(chat)

        await asyncio.gather(*(one(chat) for chat in chats))

    async def talk(self, chat: int, chance: Random, until: asyncio.Event) -> None:
        while not until.is_set():
            await asyncio.sleep(chance.expovariate(1.0))
            await self.reply(chat)


@dataclass(frozen=True)
class Weather:
    """How long things take: a call's way, the commit before it, and now and then a stall."""

    name: str
    way: tuple[float, float]
    commit: tuple[float, float]
    stall: tuple[float, float] = (0.0, 0.0)  # how often, and how long

    def taking(self, chance: Random, usual: tuple[float, float]) -> Callable[[], float]:
        def seconds() -> float:
            often, long = self.stall
            return chance.uniform(*usual) + (long if chance.random() < often else 0.0)

        return seconds


WEATHERS = (
    Weather("quick and even", (0.002, 0.004), (0.001, 0.005)),
    Weather("far away", (0.04, 0.05), (0.001, 0.02)),
    Weather("a busy disk", (0.002, 0.02), (0.0, 0.15)),
    Weather("stalls", (0.002, 0.02), (0.001, 0.03), (0.01, 0.4)),
)


async def _sending(weather: Weather, bots: int, number: int, talkers: int) -> tuple[Server, int]:
    """A server that got `number` pushes of several bots, the first of which also answers; and
    how many seconds more than the rate asks for it took, in thousandths."""
    chance = Random(weather.name)
    server = Server(weather.taking(chance, weather.way))
    shared = [0.0]
    commit = weather.taking(chance, weather.commit)
    ours = [Bot(server, commit, shared) for _ in range(bots)]
    done = asyncio.Event()
    talks = [
        asyncio.create_task(ours[0].talk(10**6 + each, chance, done)) for each in range(talkers)
    ]
    parts = [range(each, number, bots) for each in range(bots)]
    await asyncio.gather(*(bot.push_all(part) for bot, part in zip(ours, parts, strict=True)))
    took = asyncio.get_running_loop().time()
    wanted = (number + len(ours[0].waits)) / RATE
    done.set()
    await asyncio.gather(*talks, *(bot.turns.close() for bot in ours))
    return server, round((took / wanted - 1) * 1000)


@pytest.mark.parametrize("weather", WEATHERS, ids=lambda weather: weather.name)
@pytest.mark.parametrize("talkers", [0, 5])
def test_no_second_holds_more_than_thirty_and_nothing_is_wasted(
    weather: Weather, talkers: int
) -> None:
    async def story() -> None:
        server, late = await _sending(weather, 1, 2700, talkers)
        assert server.fullest <= MOST
        assert -10 <= late <= 10

    through_time(story)


@pytest.mark.parametrize("weather", WEATHERS[:2], ids=lambda weather: weather.name)
def test_two_who_deliver_share_one_rate(weather: Weather) -> None:
    async def story() -> None:
        server, late = await _sending(weather, 2, 2700, 0)
        assert server.fullest <= MOST
        assert -10 <= late <= 10

    through_time(story)


def test_a_burst_of_replies_in_a_broadcast_is_answered_at_once_and_fills_no_second() -> None:
    async def story() -> None:
        chance = Random(7)
        weather = WEATHERS[0]
        server = Server(weather.taking(chance, weather.way))
        bot = Bot(server, weather.taking(chance, weather.commit), [0.0])
        pushing = asyncio.create_task(bot.push_all(range(600)))
        await asyncio.sleep(5)
        await asyncio.gather(*(bot.reply(10**6 + each) for each in range(10)))
        await pushing
        await bot.turns.close()
        assert server.fullest <= MOST
        assert max(bot.waits) < 0.5

    through_time(story)
