"""`make bench`: everything that docs/benchmarks.md quotes, in one run, side by side.

`python -m benchmarks --kills 300` sets how often the crash benchmark kills the bot.
"""

import argparse
import os
import platform
import subprocess
import sys
import time

PARTS = (
    ("Answers a second, each bot polling the same stub", ("echo_ptb", "echo_aiogram", "answers")),
    ("Transport", ("transport",)),
    ("A tick as learners grow (SQLite)", ("tick",)),
    ("A second start", ("startup",)),
)


def run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", f"benchmarks.{module}", *arguments], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    kills = str(parser.parse_args().kills)
    started = time.monotonic()
    load = os.getloadavg()[0]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f} at start")
    for title, modules in PARTS:
        print(f"\n## {title}", flush=True)
        for module in modules:
            run(module)
    for database in ("sqlite", "postgresql"):
        print(f"\n## Killed {kills} times on {database}", flush=True)
        run("crash", "--kills", kills, "--database", database)
    print(f"\n{(time.monotonic() - started) / 60:.0f} minutes in all")


if __name__ == "__main__":
    main()
