"""An announcement goes to everybody while those who deliver it are killed; then each chat is
counted: nobody is missed, and nobody gets it twice but by the rule that was chosen."""

import asyncio
import math
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from datetime import time as time_of_day
from random import Random

import aiohttp
from sqlalchemy import func, insert, select

from data.engine import Database, open_database
from data.sealing import new_key
from data.tables.announcements import announcements
from data.tables.people import memberships, persons
from data.tables.pushes import bot_pause, pushes
from learning.account.model import EVERY_DAY, Enrolment, Organisation
from learning.announcements.model import Announcement, State, Version
from learning.pushes.model import PushState
from tests.crash import flight
from tests.crash.counting import delivered
from tests.crash.machines import BotProcess, simulator
from tests.crash.story import Plan, Tell, bot_settings, migrate, slow_some_sends
from tests.crash.town import ZONE, make_phones

LIFE_SECONDS = 1.5  # the longest that a process lives after the one before it was killed
STILL_SECONDS = 90.0  # without any progress: it is stuck
LOOK_SECONDS = 0.2


@dataclass(frozen=True)
class Outcome:
    """`missed` and `twice` must be empty; `repeated` only where that rule was chosen."""

    flights: Sequence[flight.Flight]
    states: Counter[str]
    missed: Sequence[int]
    twice: Sequence[int]
    repeated: Sequence[int]
    errors: Sequence[str]
    seconds: float  # from the first row of the ledger to the last send, restarts included
    refused: bool  # whether the strict server ever answered 429

    @property
    def is_good(self) -> bool:
        return not (self.missed or self.twice or self.errors or self.states[PushState.DUE])

    def told(self) -> str:
        states = ", ".join(f"{n} {state}" for state, n in sorted(self.states.items()))
        return (
            f"{flight.told(list(self.flights))}\n"
            f"recipients: {states}   missed: {len(self.missed)}   twice: {len(self.twice)}"
            f"   repeated by rule: {len(self.repeated)}   errors: {len(self.errors)}\n"
            f"took {self.seconds:.1f} s   429: {'yes' if self.refused else 'none'}"
            + "".join(f"\n  ERROR: {line}" for line in self.errors)
        )


async def broadcast(plan: Plan, recipients: int, *, repeats: bool, tell: Tell) -> Outcome:
    """On PostgreSQL a second process delivers, and both are killed, one after the other.
    `repeats`: what may not have arrived is sent once more."""
    tell(f"seed {plan.seed}, {plan.kills} kills while {recipients} are told")
    plan.folder.mkdir(exist_ok=True)
    key = new_key()
    phones = make_phones(plan.state, recipients, 0, 0).learners
    await asyncio.to_thread(migrate, plan.url)
    database = await open_database(plan.url, [key])
    try:
        async with simulator(plan.state) as address, aiohttp.ClientSession(address) as http:
            await _announce(database, phones, await _now(http), repeats)
            await _be_strict(http)
            if plan.kills:  # a kill is to fall in between a send and its answer
                await slow_some_sends(http, phones)
            settings = bot_settings(plan, address, key)
            bots = [BotProcess(settings)]
            if plan.database_url:
                bots.append(BotProcess(settings, "--only", "delivery"))
            told = await Telling(plan, database, bots).to_the_end()
        return await _counted(plan, database, told, [e for bot in bots for e in bot.errors])
    finally:
        await database.close()


class Telling:
    def __init__(self, plan: Plan, database: Database, bots: Sequence[BotProcess]) -> None:
        self.flights: list[flight.Flight] = []
        self.uncertain: set[int] = set()  # persons, whatever became of it later
        self.seconds = 0.0
        self._began = math.inf
        self._plan = plan
        self._chance = Random(plan.seed)
        self._database = database
        self._bots = bots

    async def to_the_end(self) -> "Telling":
        watching = asyncio.create_task(self._watch())
        for _ in range(self._plan.kills):
            await self._start()
            await self._under_way()
            for bot in self._chance.sample(self._bots, len(self._bots)):
                await asyncio.sleep(self._chance.uniform(0.0, LIFE_SECONDS))
                await bot.kill()
            self.flights.append(await flight.in_flight(self._database))
            await flight.let_leases_end(self._database)
        await self._start()
        await self._under_way()
        await self._rest()
        self.seconds = time.monotonic() - self._began
        await asyncio.gather(*(bot.stop() for bot in self._bots))
        watching.cancel()
        return self

    async def _start(self) -> None:
        await asyncio.gather(*(bot.start() for bot in self._bots))
        await asyncio.gather(*(bot.ready() for bot in self._bots))

    async def _under_way(self) -> None:
        """A kill before anybody is to be told tells nothing."""
        look = select(func.count()).select_from(pushes)
        async with self._database.engine.reading() as session, asyncio.timeout(STILL_SECONDS):
            while not (await session.one(look))[0]:  # noqa: ASYNC110 - in another process
                await asyncio.sleep(LOOK_SECONDS)
        self._began = min(self._began, time.monotonic())

    async def _rest(self) -> None:
        left, since = await self._due(), time.monotonic()
        while left and time.monotonic() - since < STILL_SECONDS:
            await asyncio.sleep(LOOK_SECONDS)
            before, left = left, await self._due()
            since = since if left == before else time.monotonic()

    async def _due(self) -> int:
        """Also while nothing is in the ledger yet, and while it is to be repeated."""
        async with self._database.engine.reading() as session:
            found = await session.one(select(announcements.c.state))
            rows = await session.rows(select(pushes.c.id).where(pushes.c.state == PushState.DUE))
        return len(rows) + int(found.state != State.DONE)

    async def _watch(self) -> None:
        look = select(pushes.c.person_id).where(pushes.c.state == PushState.UNCERTAIN)
        while True:
            async with self._database.engine.reading() as session:
                self.uncertain |= {row.person_id for row in await session.rows(look)}
            await asyncio.sleep(LOOK_SECONDS)


async def _counted(plan: Plan, database: Database, told: Telling, errors: Sequence[str]) -> Outcome:
    messages = delivered(plan.state).messages
    async with database.engine.reading() as session:
        look = select(pushes.c.state, persons.c.id, persons.c.telegram_id)
        rows = await session.rows(look.join(persons, persons.c.id == pushes.c.person_id))
        refused = await session.row(select(bot_pause)) is not None
    got = {row.id: len(messages.get(row.telegram_id, ())) for row in rows}
    open_ends = {row.id for row in rows if row.state == PushState.UNCERTAIN}
    more = [id for id, times in got.items() if times > 1]
    return Outcome(
        flights=told.flights,
        states=Counter(row.state for row in rows),
        missed=[id for id, times in got.items() if not times and id not in open_ends],
        twice=[id for id in more if id not in told.uncertain or got[id] > 2],
        repeated=[id for id in more if id in told.uncertain and got[id] == 2],
        errors=errors,
        seconds=told.seconds,
        refused=refused,
    )


async def _announce(
    database: Database, phones: Sequence[int], now: datetime, repeats: bool
) -> None:
    here = await database.organisations.add(
        Organisation(0, "Crash Town", "gr", ZONE, "en", weekdays=EVERY_DAY)
    )
    async with database.unit() as unit:
        people = [await unit.people.add(phone, "en", ZONE, now) for phone in phones]
        for person in people:
            await unit.enrolments.add(Enrolment(person.id, time_of_day(9), EVERY_DAY))
        made = await unit.announcements.add(Announcement(0, here.id, None, now))
        await unit.announcements.write(made.id, "en", Version("A webinar on plain words"))
        until = now + timedelta(days=3)
        planned = made.changed(state=State.PLANNED, begins_at=now, until=until, repeats=repeats)
        await unit.announcements.put(planned)
    member = {"organisation_id": here.id, "role": "learner", "since": now}
    async with database.engine.writing() as session:
        await session.run(insert(memberships), [{"person_id": p.id, **member} for p in people])


async def _be_strict(http: aiohttp.ClientSession) -> None:
    async with http.post("/rate", json={"profile": "strict"}) as response:
        assert response.status < 300, await response.text()


async def _now(http: aiohttp.ClientSession) -> datetime:
    async with http.get("/clock") as response:
        return datetime.fromisoformat((await response.json())["now"])
