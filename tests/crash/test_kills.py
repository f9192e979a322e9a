"""Promise 1 and 2 under kill -9. Another seed, more kills: CRASH_SEED, CRASH_KILLS."""

import os
import secrets
from pathlib import Path

import pytest

from tests.crash.story import Plan, crash

KILLS = int(os.environ.get("CRASH_KILLS", "20"))


@pytest.mark.timeout(120 + 20 * KILLS)
async def test_kills_lose_nothing_do_nothing_twice_and_leave_nobody_unanswered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("CRASH_SEED") or secrets.randbelow(10**6))
    plan = Plan(tmp_path, seed, KILLS)

    def tell(line: str) -> None:
        with capsys.disabled():
            print(f"\n{line}", end="", flush=True)  # noqa: T201 - the seed must be seen in CI

    report = await crash(plan, tell)
    assert report.is_good
    assert any(not flight.is_empty for flight in report.flights), "no kill fell into anything"
