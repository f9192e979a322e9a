"""A round of the needs analysis with hundreds of people, over HTTP through the simulator.

`python -m benchmarks.needs --people 300 [--batch 25] [--seed 7]`: in three languages, with
changes, typed answers, drop-outs and restarts in the middle. It counts answers that are not kept
as they were given, and sums of the report that are not those of the answers given; with any, it
ends with an error.
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.survey.story import Plan, Told, survey


def run(people: int, batch: int, seed: int) -> Told:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(survey(Plan(Path(folder), people, batch, seed)))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.needs", description=__doc__)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--batch", type=int, default=25, help="how many answer at once")
    parser.add_argument("--seed", type=int, default=7)
    asked = parser.parse_args()
    told = run(asked.people, asked.batch, asked.seed)
    print(
        f"{told.people} people, {told.sent} sent, {told.answers:,} answers, "
        f"{told.restarts} restarts: {len(told.lost)} lost, {told.tables} tables, "
        f"{len(told.differences)} counts that differ, "
        f"{told.seconds / told.answers * 1000:.0f} ms an answer"
    )
    for line in (*told.lost, *told.differences):
        print(line)
    sys.exit(bool(told.lost or told.differences))


if __name__ == "__main__":
    main()
