"""What an ask costs as an organisation grows, in steps of SQLite's machine: no clock is read.

One's own screens cost the same however many others there are. What a coordinator sees counts all
of them, so it may grow with their number, and never faster: the same ask among four times as many
people takes at most a little over four times as many steps.
"""

import sqlite3
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Engine, event

from learning.account.model import Organisation, Role
from learning.announcements.asks import BeginAnnouncement, ShowAudience
from learning.announcements.model import Announcement
from tests.flows.crowd import crowd
from tests.flows.phone import Phone
from tests.flows.staff import member, town
from tests.flows.test_events import opened
from tests.flows.world import World, world

pytestmark = pytest.mark.asyncio(loop_scope="module")

FEW, TIMES = 150, 4
LITTLE_OVER = 1.25  # trees of four times as many are a level deeper
TICKS = 1500  # what clocks that tick meanwhile may take
STEPS = 100  # how many make one count
AT_ONCE = 10
OWN = [
    "/settings",
    "/progress",
    "/next",
    "/webinars",
    "/mentoring",
    "/mentor",
    "/needs",
    "/path",
    "/resources",
    "/certificate",
    "/mydata",
    "/help",
]
OF_ALL = [
    "/home",
    "/report",
    "/webinars",
    "/pairs",
    "/matching",
    "/rounds",
    "/sheets",
    "/messages",
    "/broadcast",
]


class Odometer:
    """How many steps all of the bot's connections have taken."""

    def __init__(self) -> None:
        self.steps = 0

    def watch(self, connection: sqlite3.Connection, _: Any) -> None:
        connection.set_progress_handler(self._count, STEPS)

    def _count(self) -> int:
        self.steps += STEPS
        return 0  # go on


@contextmanager
def odometer() -> Iterator[Odometer]:
    counting = Odometer()
    event.listen(Engine, "connect", counting.watch)
    try:
        yield counting
    finally:
        event.remove(Engine, "connect", counting.watch)


@dataclass(frozen=True)
class Office:
    world: World
    here: Organisation
    odometer: Odometer
    coordinator: Phone
    learner: Phone

    async def steps(self, act: Coroutine[Any, Any, object]) -> int:
        before = self.odometer.steps
        await act
        return self.odometer.steps - before

    async def spread(self) -> None:
        """Writes an announcement to everybody into the ledger, a few people at a time, for a day
        on which nothing of it is sent yet."""
        app, now = self.world.app, await self.world.now()
        async with app.database.unit() as unit:
            found = await unit.announcements.add(Announcement(0, self.here.id, None, now))
            begun = now + timedelta(days=300)
            while (last := await unit.audiences.last_of_next(found, 1, AT_ONCE)) is not None:
                await unit.audiences.spread(found, last, {}, 1, begun)
                found = found.changed(reached=last)


async def office(folder: Path, size: int) -> AsyncIterator[Office]:
    with odometer() as counting:
        async with world(folder) as made:
            here = await town(made, "Egaleo")
            coordinator = await member(made, here, Role.COORDINATOR)
            learner = await member(made, here)
            await opened(coordinator)
            await crowd(made, here, size, event=1)
            yield Office(made, here, counting, coordinator, learner)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def small(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    async for made in office(tmp_path_factory.mktemp("small"), FEW):
        yield made


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def large(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    async for made in office(tmp_path_factory.mktemp("large"), FEW * TIMES):
        yield made


async def test_ones_own_screens_cost_the_same_among_many(small: Office, large: Office) -> None:
    for said in OWN:
        few = await small.steps(small.learner.send(said))
        many = await large.steps(large.learner.send(said))
        assert many <= few + TICKS, said


async def test_what_a_coordinator_sees_grows_no_faster_than_the_people(
    small: Office, large: Office
) -> None:
    for said in OF_ALL:
        few = await small.steps(small.coordinator.send(said))
        many = await large.steps(large.coordinator.send(said))
        assert many <= few * TIMES * LITTLE_OVER + TICKS, said


async def test_an_announcement_is_counted_and_spread_in_as_many_steps_as_people(
    small: Office, large: Office
) -> None:
    counted, spread = [], []
    for each in (small, large):
        phone = each.coordinator
        await phone.send("/broadcast")
        await phone.tap(BeginAnnouncement)
        await phone.send("Plain words")
        counted.append(await each.steps(phone.tap(ShowAudience)))
        spread.append(await each.steps(each.spread()))
    for few, many in (counted, spread):
        assert few > TICKS, "everybody is looked at"
        assert many <= few * TIMES * LITTLE_OVER + TICKS
