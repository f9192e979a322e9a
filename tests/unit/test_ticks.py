"""What ticks: a job that fails, and one that is stopped in its middle."""

import asyncio
import logging

import pytest

from scheduler.ticks import Job, start


async def test_a_job_that_fails_is_told_by_its_name_and_the_others_run(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told: list[tuple[str, str]] = []
    ran = asyncio.Event()

    async def fails() -> None:
        raise LookupError("what somebody wrote")

    async def runs() -> None:
        ran.set()

    jobs = [Job("fails", 60, fails), Job("runs", 60, runs)]
    scheduler = start(jobs, lambda name, error: told.append((name, type(error).__name__)))
    async with asyncio.timeout(5):
        await ran.wait()
    await asyncio.sleep(0)
    scheduler.shutdown(wait=False)
    assert told == [("fails", "LookupError")]
    assert "what somebody wrote" not in caplog.text


async def test_a_job_that_is_stopped_in_its_middle_has_not_failed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told: list[str] = []
    began, stopped = asyncio.Event(), asyncio.Event()

    async def for_long() -> None:
        began.set()
        try:
            await asyncio.sleep(60)
        finally:
            stopped.set()

    scheduler = start([Job("for long", 60, for_long)], lambda name, error: told.append(name))
    async with asyncio.timeout(5):
        await began.wait()
        scheduler.shutdown(wait=False)
        await stopped.wait()
    await asyncio.sleep(0)
    assert not told
    assert not [line for line in caplog.records if line.levelno >= logging.WARNING]
