"""Promise 1 and 2 under kill -9. Another seed, more kills: CRASH_SEED, CRASH_KILLS."""

import asyncio
import os
import secrets
from pathlib import Path

import pytest

from tests.crash.story import Plan, crash

KILLS = int(os.environ.get("CRASH_KILLS", "20"))
TOWNS = 2  # side by side, because most of the time a bot that was killed is starting again


@pytest.mark.timeout(120 + 20 * KILLS)
async def test_kills_lose_nothing_do_nothing_twice_and_leave_nobody_unanswered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("CRASH_SEED") or secrets.randbelow(10**6))

    def tell(line: str) -> None:
        with capsys.disabled():
            print(f"\n{line}", end="", flush=True)  # noqa: T201 - the seed must be seen in CI

    tell(f"CRASH_SEED={seed} CRASH_KILLS={KILLS}")
    plans = [Plan(tmp_path / str(town), seed + town, kills) for town, kills in _shared()]
    reports = await asyncio.gather(*(crash(plan, tell) for plan in plans))
    assert all(report.is_good for report in reports)
    flights = [flight for report in reports for flight in report.flights]
    assert len(flights) == KILLS
    assert any(not flight.is_empty for flight in flights), "no kill fell into anything"


def _shared() -> list[tuple[int, int]]:
    """The kills of each town, all of them together KILLS."""
    return [(town, (KILLS + town) // TOWNS) for town in range(TOWNS)]
