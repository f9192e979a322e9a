"""Hundreds of kills at random points; then what was lost, done twice or left unanswered.

`python -m benchmarks.crash --kills 300 [--database postgresql] [--seed 7]`
"""

import argparse
import asyncio
import secrets
import sys
import tempfile
import time
from pathlib import Path

from tests.crash.story import Plan, Report, crash

DATABASES = ("sqlite", "postgresql")


def run(database: str, kills: int, seed: int) -> Report:
    """Prints the counts as it ends; for PostgreSQL a real server is started and stopped."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Plan(Path(folder), seed, kills, database_url(database))
        return asyncio.run(crash(plan, lambda line: print(line, flush=True)))


def database_url(database: str) -> str | None:
    if database == "sqlite":
        return None
    from tests import postgres

    name = f"crash_{secrets.token_hex(4)}"
    postgres.server().create(name)
    return postgres.server().url(name)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--database", choices=DATABASES, default="sqlite")
    parser.add_argument("--seed", type=int, default=None)
    arguments = parser.parse_args()
    seed = arguments.seed if arguments.seed is not None else secrets.randbelow(10**6)
    began = time.monotonic()
    report = run(arguments.database, arguments.kills, seed)
    print(f"{arguments.database}: {time.monotonic() - began:.0f} s")
    return 0 if report.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
