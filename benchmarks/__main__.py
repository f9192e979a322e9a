"""`make bench`: everything that docs/benchmarks.md quotes, in one run, side by side.

`python -m benchmarks transport crash --kills 300` runs the parts that are named; without a name
all of them. `--kills` sets how often each database's bot is killed.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Sequence

Command = Sequence[str]  # a module of this folder, and its arguments


def parts(kills: int) -> dict[str, tuple[str, Sequence[Command]]]:
    two = ("--database", "postgresql")
    killing = ("crash", "--kills", str(kills), "--database")
    return {
        "answers": (
            "Answers a second, each bot polling the same stub",
            [["echo_ptb"], ["echo_aiogram"], ["answers"]],
        ),
        "transport": ("Messages a second through each transport", [["transport"]]),
        "tick": ("A tick as learners grow (SQLite)", [["tick"]]),
        "understanding": ("From a text to its ask through Rasa", [["understanding"]]),
        "broadcast": (
            "An announcement to 11,000 through a strict server, and while deliverers are killed",
            [
                ["broadcast"],
                ["broadcast", "--paid"],
                ["broadcast_kills", "--kills", "0", *two, "--recipients", "2000"],
                ["broadcast_kills"],
                ["broadcast_kills", "--repeats", *two],
            ],
        ),
        "needs": ("A round of the needs analysis with 300 people", [["needs"]]),
        "mentoring": ("A year of mentoring with 200 pairs", [["mentoring"]]),
        "startup": ("A second start", [["startup"]]),
        "crash": (
            f"Killed {kills} times",
            [[*killing, "sqlite"], [*killing, "postgresql"]],
        ),
    }


def run(title: str, commands: Sequence[Command]) -> None:
    """Each in a process of its own; the load says how much the machine had to do besides."""
    print(f"\n## {title} (load {os.getloadavg()[0]:.1f} before)", flush=True)
    for module, *arguments in commands:
        subprocess.run([sys.executable, "-m", f"benchmarks.{module}", *arguments], check=True)
    print(f"load {os.getloadavg()[0]:.1f} after", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(parts(0)))
    parser.add_argument("--kills", type=int, default=300)
    asked = parser.parse_args()
    known = parts(asked.kills)
    if unknown := set(asked.parts) - set(known):
        parser.error(f"no part is called {min(unknown)}: choose from {', '.join(known)}")
    started = time.monotonic()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
    for name in asked.parts or known:
        run(*known[name])
    print(f"\n{(time.monotonic() - started) / 60:.0f} minutes in all")


if __name__ == "__main__":
    main()
