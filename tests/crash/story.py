"""People talk and pushes flow while the bot is killed at random points; then all is counted."""

import asyncio
import contextlib
import threading
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import aiohttp

from data.engine import Database, open_database
from data.migrate import upgrade
from data.sealing import new_key
from tests.crash import counting, flight
from tests.crash.machines import TOKEN, BotProcess, simulator
from tests.crash.people import Repeater, Talker
from tests.crash.town import CODE, Town, lesson_day, make_phones, settle

TALKERS, REPEATERS = 5, 3
LEARNERS = 40  # at least; two a kill, so that pushes flow to the end
LIFE_SECONDS = 1.5  # the longest life after a start
YOUNG_DEATHS = 0.2  # the share of kills that come while the bot is still starting
MANY_PENDING = 80
STILL_SECONDS = 90.0  # without any progress: it is stuck
# For some learners a send's answer is long on its way and gets lost: kills fall in between.
SLOW_EVERY, SLOW_SECONDS = 3, 1.5

Tell = Callable[[str], None]
_migrating = threading.Lock()  # Alembic migrates one database at a time in a process


@dataclass(frozen=True)
class Plan:
    """`database_url` None: SQLite in `folder`."""

    folder: Path
    seed: int
    kills: int
    database_url: str | None = None

    @property
    def url(self) -> str:
        return self.database_url or f"sqlite:///{self.folder}/bot.sqlite3"

    @property
    def state(self) -> Path:
        return self.folder / "simulator.sqlite3"


@dataclass(frozen=True)
class Report:
    flights: Sequence[flight.Flight]
    counts: counting.Counts
    errors: Sequence[str]
    came_to_rest: bool

    @property
    def is_good(self) -> bool:
        return self.came_to_rest and not self.counts.faults and not self.errors


def migrate(url: str) -> None:
    with _migrating:
        upgrade(url)


async def crash(plan: Plan, tell: Tell) -> Report:
    """Raises when the bot does not come up again."""
    tell(f"seed {plan.seed}, {plan.kills} kills")
    plan.folder.mkdir(exist_ok=True)
    key, learners = new_key(), max(LEARNERS, 2 * plan.kills)
    town = make_phones(plan.state, learners, REPEATERS, TALKERS)
    await asyncio.to_thread(migrate, plan.url)
    database = await open_database(plan.url, [key])
    try:
        async with simulator(plan.state) as address, aiohttp.ClientSession(address) as http:
            story = Story(plan, Random(plan.seed), town, database, http)
            bot = BotProcess(bot_settings(plan, address, key))
            await story.tell(bot)
        counts = await counting.count(
            database, counting.delivered(plan.state), town, story.talkers, story.repeaters
        )
    finally:
        await database.close()
    tell(flight.told(story.flights))
    tell(counting.told(counts))
    for line in bot.errors:
        tell(f"  ERROR: {line}")
    if not story.came_to_rest:
        tell("  something waited for ever to be answered or sent")
    return Report(story.flights, counts, bot.errors, story.came_to_rest)


class Story:
    def __init__(
        self,
        plan: Plan,
        chance: Random,
        town: Town,
        database: Database,
        http: aiohttp.ClientSession,
    ) -> None:
        self.flights: list[flight.Flight] = []
        self.talkers = [
            Talker(http, phone, Random(f"{plan.seed}/{number}"), types=number % 2 == 1)
            for number, phone in enumerate(town.talkers)
        ]
        self.repeaters = [
            Repeater(http, phone, Random(f"{plan.seed}/{phone}")) for phone in town.repeaters
        ]
        self.came_to_rest = False
        self._plan = plan
        self._chance = chance
        self._town = town
        self._database = database
        self._http = http

    async def tell(self, bot: BotProcess) -> None:
        began = await self._now()
        await settle(self._database, self._town, began, self._plan.kills)
        await slow_some_sends(self._http, self._town.learners)
        async with self._talking():
            for number in range(self._plan.kills):
                await self._live_and_die(bot, lesson_day(began, 1 + number))
            await bot.start()
            await bot.ready()
        self.came_to_rest = await self._rest()
        await bot.stop()

    async def _live_and_die(self, bot: BotProcess, day: datetime) -> None:
        """A new day dawns while the bot is down, so that it has lessons to send at once."""
        await self._jump(day + timedelta(minutes=40))
        await bot.start()
        if self._chance.random() >= YOUNG_DEATHS:
            await bot.ready()
        await asyncio.sleep(self._chance.uniform(0.0, LIFE_SECONDS))
        await bot.kill()
        self.flights.append(await flight.in_flight(self._database))
        await flight.let_leases_end(self._database)

    @contextlib.asynccontextmanager
    async def _talking(self) -> AsyncIterator[None]:
        enough, calm = asyncio.Event(), asyncio.Event()
        async with asyncio.TaskGroup() as group:
            watching = group.create_task(self._watch_the_queue(calm))
            for talker in self.talkers:
                group.create_task(talker.talk(CODE, calm, enough))
            for repeater in self.repeaters:
                group.create_task(repeater.talk(calm, enough))
            yield
            enough.set()
            watching.cancel()
            calm.set()

    async def _watch_the_queue(self, calm: asyncio.Event) -> None:
        """People wait while much is unanswered. On a machine so busy that a start takes long,
        presses would else wait until Telegram itself lets them go (150 s)."""
        while True:
            if await self._pending() < MANY_PENDING:
                calm.set()
            else:
                calm.clear()
            await asyncio.sleep(0.2)

    async def _rest(self) -> bool:
        """Whether all came to be taken, applied, answered and sent, however long it takes."""
        left, since = await self._left(), time.monotonic()
        while any(left) and time.monotonic() - since < STILL_SECONDS:
            await asyncio.sleep(0.1)
            before, left = left, await self._left()
            since = since if left == before else time.monotonic()
        return not any(left)

    async def _left(self) -> tuple[int, ...]:
        pending = await self._pending()
        half_way = await flight.in_flight(self._database)
        due = await self._database.outbox.count_due(await self._now())
        return (pending, due, *astuple(half_way))

    async def _pending(self) -> int:
        async with self._http.get(f"/bot{TOKEN}/getWebhookInfo") as response:
            return int((await response.json())["result"]["pending_update_count"])

    async def _now(self) -> datetime:
        async with self._http.get("/clock") as response:
            return datetime.fromisoformat((await response.json())["now"])

    async def _jump(self, to: datetime) -> None:
        async with self._http.post("/clock/jump", json={"to": to.isoformat()}) as response:
            assert response.status < 300, await response.text()


async def slow_some_sends(http: aiohttp.ClientSession, phones: Sequence[int]) -> None:
    slow = {"method": "sendMessage", "do": "timeout_after", "hang": SLOW_SECONDS, "every": 2}
    rules = [{**slow, "chat_id": phone} for phone in phones[::SLOW_EVERY]]
    async with http.post("/faults", json=rules) as response:
        assert response.status < 300, await response.text()


def bot_settings(plan: Plan, address: str, key: str) -> dict[str, str]:
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "CLOCK_URL": f"{address}/clock",
        "DATABASE_URL": plan.url,
        "SECRET_KEY": key,
        "WEB_PORT": "0",
        "VAR": str(plan.folder),
    }
