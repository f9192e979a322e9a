"""The simulator's clock, read over HTTP."""

from datetime import UTC
from pathlib import Path

import aiohttp
import pytest

from bot.clock import FollowedClock
from simulator.server import serve
from simulator.simulation import Options
from tests.flows.world import MONDAY, TOKEN, beginning_at


async def test_a_clock_that_cannot_be_read_for_a_moment_says_what_it_said_last(
    tmp_path: Path,
) -> None:
    options = Options(tmp_path / "state", TOKEN, speed=0)
    async with serve(options, machine=beginning_at(MONDAY)) as served:
        clock = FollowedClock(f"{served.url}/clock")
        before = await clock.now()
    assert before.tzinfo is UTC
    assert await clock.now() == before
    await clock.close()


async def test_a_clock_that_was_never_read_cannot_be_guessed() -> None:
    clock = FollowedClock("http://127.0.0.1:9/clock")
    with pytest.raises(aiohttp.ClientError):
        await clock.now()
    await clock.close()
