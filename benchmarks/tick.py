"""What a tick costs as learners grow: nothing due, and a thousand due in one minute.

`python -m benchmarks.tick` prints a table; each size gets an SQLite file of its own.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from benchmarks.curriculum import curriculum
from data.engine import Database, open_database
from data.migrate import upgrade
from data.sealing import new_key
from data.tables.people import enrolments, persons
from learning.account.model import WORKING_DAYS
from learning.ask import CLOCK
from learning.perform import Core
from learning.pushes.asks import WakeLearners
from learning.table import USE_CASES

SIZES = (11_000, 100_000, 1_000_000)
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
TICKS = 50
DUE = 1000
BATCH = 10_000


async def fill(database: Database, learners: int) -> None:
    """Everybody is due tomorrow, except the thousand who are due in an hour."""
    for first in range(1, learners + 1, BATCH):
        ids = range(first, min(first + BATCH, learners + 1))
        people = [
            {
                "id": id,
                "telegram_id": 10**9 + id,
                "language": "en",
                "zone": "Europe/Athens",
                "reachable": True,
                "arrived_at": NOW,
            }
            for id in ids
        ]
        rows = [
            {
                "person_id": id,
                "lesson_time": NOW.time(),
                "weekdays": WORKING_DAYS,
                "begun_at": NOW,
                "pauses": [],
                "next_due_at": NOW + timedelta(hours=1 if id <= DUE else 24, seconds=id % 60),
                "reachable": True,
                "standing": 0,
                "revision": 0,
            }
            for id in ids
        ]
        async with database.engine.writing() as session:
            await session.run(insert(persons), people)
            await session.run(insert(enrolments), rows)


async def measure(learners: int) -> tuple[float, float]:
    """Milliseconds of a tick with nothing due (median), and of one that wakes a thousand."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/tick.sqlite3"
        await asyncio.to_thread(upgrade, url)
        database = await open_database(url, [new_key()])
        try:
            await fill(database, learners)
            core = Core(database, curriculum(), USE_CASES)

            async def tick(now: datetime) -> None:
                await core.perform(WakeLearners(DUE), CLOCK, now)

            nothing = [await timed(tick, NOW) for _ in range(TICKS)]
            return statistics.median(nothing), await timed(tick, NOW + timedelta(hours=2))
        finally:
            await database.close()


async def timed(tick: Callable[[datetime], Awaitable[None]], now: datetime) -> float:
    start = time.perf_counter()
    await tick(now)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    print(f"{'learners':>10}{'nothing due, ms':>18}{f'{DUE:,} due, ms':>16}")
    for learners in SIZES:
        nothing, due = asyncio.run(measure(learners))
        print(f"{learners:>10,}{nothing:>18.2f}{due:>16.0f}")


if __name__ == "__main__":
    main()
