"""APScheduler wakes jobs in real seconds; each job asks the data what is due.

No job per person, nothing kept between two ticks: the database is the schedule.
"""

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


def start(jobs: Sequence[Job]) -> AsyncIOScheduler:
    """A running scheduler in the running loop; stop it with `shutdown(wait=False)`.

    Each job runs once at the start: something may have become due while nothing ran.
    """
    scheduler = AsyncIOScheduler(timezone="UTC")
    for job in jobs:
        scheduler.add_job(
            job.run,
            IntervalTrigger(seconds=max(1, round(job.seconds)), timezone="UTC"),
            id=job.name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),
        )
    scheduler.start()
    return scheduler
