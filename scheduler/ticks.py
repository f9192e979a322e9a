"""APScheduler wakes jobs in real seconds; each job asks the data what is due.

No job per person, nothing kept between two ticks: the database is the schedule.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger


@dataclass(frozen=True, slots=True)
class Job:
    """`run` every `seconds` of real time; one that takes longer is not started twice."""

    name: str
    seconds: float
    run: Callable[[], Awaitable[None]]


Failed = Callable[[str, Exception], None]


def start(jobs: Sequence[Job], failed: Failed) -> AsyncIOScheduler:
    """A running scheduler in the running loop; stop it with `shutdown(wait=False)`.

    A job that raises is told to `failed` with its name, and runs again at its next time.

    Each job runs once at the start: something may have become due while nothing ran.
    """
    # It warns each time that it does not start a job twice, which is as we want it.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    scheduler = AsyncIOScheduler(timezone="UTC")
    for job in jobs:
        scheduler.add_job(
            _kept_going(job, failed),
            IntervalTrigger(seconds=max(1, round(job.seconds)), timezone="UTC"),
            id=job.name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),
        )
    scheduler.start()
    return scheduler


def _kept_going(job: Job, failed: Failed) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        # A stop in its middle is no failure: what it left is due again at the next start.
        with contextlib.suppress(asyncio.CancelledError):
            try:
                await job.run()
            except Exception as error:
                failed(job.name, error)

    return run
