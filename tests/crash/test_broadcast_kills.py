"""Kill -9 during an announcement. Another seed, more kills: CRASH_SEED, BROADCAST_KILLS."""

import asyncio
import os
import secrets
from pathlib import Path

import pytest

from tests.crash.broadcast import broadcast
from tests.crash.story import Plan
from tests.postgres import empty_postgres_url as empty_postgres_url

KILLS = int(os.environ.get("BROADCAST_KILLS", "2"))
RECIPIENTS = 40 * (KILLS + 1)


@pytest.mark.timeout(400 + 40 * KILLS)
async def test_kills_during_an_announcement_miss_nobody_and_tell_nobody_twice(
    tmp_path: Path, empty_postgres_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("CRASH_SEED") or secrets.randbelow(10**6))

    def tell(line: str) -> None:
        with capsys.disabled():
            print(f"\n{line}", end="", flush=True)  # noqa: T201 - the seed must be seen in CI

    sqlite = Plan(tmp_path / "sqlite", seed, KILLS)
    postgres = Plan(tmp_path / "postgres", seed + 1, KILLS, empty_postgres_url)
    # Either database may draw either rule; with one seed it is always the same one.
    rules = (bool(seed % 2), not seed % 2)
    outcomes = await asyncio.gather(
        *(
            broadcast(plan, RECIPIENTS, repeats=repeats, tell=tell)
            for plan, repeats in zip((sqlite, postgres), rules, strict=True)
        )
    )
    for outcome, repeats in zip(outcomes, rules, strict=True):
        tell(outcome.told())
        assert outcome.is_good
        assert repeats or not outcome.repeated
