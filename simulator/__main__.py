"""``python -m simulator``: a Telegram on this machine, with phones in the browser."""

import argparse
import asyncio
import signal
import sqlite3
import sys
from pathlib import Path

from simulator.rates import PROFILES
from simulator.server import PortInUse, serve
from simulator.simulation import Options
from simulator.store import StateInUse


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--state", type=Path, default=Path("var/simulator.sqlite3"))
    parser.add_argument("--token", type=token, default="100001:SIM")
    parser.add_argument("--rate", choices=PROFILES, default="unlimited")
    parser.add_argument(
        "--speed",
        type=speed,
        default=1.0,
        help="programme seconds a real second: 'real' (1), a number, or 0 to stand still",
    )
    return parser.parse_args()


def speed(text: str) -> float:
    value = 1.0 if text == "real" else float(text)
    if value < 0:
        raise argparse.ArgumentTypeError("programme time only goes forward")
    return value


def token(text: str) -> str:
    if not text.partition(":")[0].isdigit():
        raise argparse.ArgumentTypeError("a token is a number, a colon and a secret")
    return text


async def run(options: Options, port: int) -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    async with serve(options, port) as served:
        print(f"Phones: {served.url}/", flush=True)
        await stopped.wait()


def main() -> int:
    arguments = read_arguments()
    options = Options(arguments.state, arguments.token, arguments.rate, arguments.speed)
    try:
        asyncio.run(run(options, arguments.port))
    except PortInUse as error:
        print(f"The simulator can't listen: {error}", file=sys.stderr)
        return 1
    except StateInUse as error:
        print(
            f"Another simulator uses {error}: stop it first, or use another file.", file=sys.stderr
        )
        return 1
    except (OSError, sqlite3.Error) as error:
        print(f"The state file {options.state} can't be used: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
