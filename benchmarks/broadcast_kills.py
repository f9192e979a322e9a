"""An announcement while those who deliver it are killed; then who was missed or told twice.

`python -m benchmarks.broadcast_kills --kills 20 [--database postgresql] [--repeats] [--seed 7]`
On PostgreSQL two processes deliver. With `--kills 0` nobody is killed: what counts then is the
time, and whether the strict server answered 429.
"""

import argparse
import asyncio
import secrets
import sys
import tempfile
from pathlib import Path

from benchmarks.crash import DATABASES, database_url
from tests.crash.broadcast import Outcome, broadcast
from tests.crash.story import Plan


def run(database: str, kills: int, recipients: int, repeats: bool, seed: int) -> Outcome:
    """For PostgreSQL a real server is started and stopped."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Plan(Path(folder), seed, kills, database_url(database))
        told = broadcast(plan, recipients, repeats=repeats, tell=lambda line: print(line))
        return asyncio.run(told)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.broadcast_kills")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--recipients", type=int, help="40 a kill, and 40 more, unless said")
    parser.add_argument("--database", choices=DATABASES, default="sqlite")
    parser.add_argument("--repeats", action="store_true", help="send again what is uncertain")
    parser.add_argument("--seed", type=int)
    wanted = parser.parse_args()
    recipients = wanted.recipients or 40 * (wanted.kills + 1)
    seed = wanted.seed if wanted.seed is not None else secrets.randbelow(10**6)
    outcome = run(wanted.database, wanted.kills, recipients, wanted.repeats, seed)
    print(f"{wanted.database}: {outcome.told()}")
    return 0 if outcome.is_good else 1


if __name__ == "__main__":
    sys.exit(main())
