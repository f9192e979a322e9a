"""How long a second start takes until the first answer, and what the process then weighs.

`python -m benchmarks.startup`: the bot as `make run` starts it, against the stub.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

from benchmarks import stub

STARTS = 3


async def first_answer(root: str) -> None:
    """Returns when the bot has answered one message."""
    async with aiohttp.ClientSession(root, raise_for_status=True) as session:
        while await _sent(session) == 0:  # noqa: ASYNC110 - another process decides
            await asyncio.sleep(0.005)


async def _sent(session: aiohttp.ClientSession) -> int:
    async with session.get("/counts") as answer:
        return int((await answer.json())["calls"].get("sendMessage", 0))


async def one_start(folder: Path, update_id: int) -> tuple[float, float]:
    """Seconds from the command to the first answer, and MB of resident memory then."""
    with stub.running() as root:
        async with aiohttp.ClientSession(root, raise_for_status=True) as session:
            (update,) = stub.messages(1, 1, "hello")
            await session.post("/updates", json=[{**update, "update_id": update_id}])
        environment = {
            **os.environ,
            "TELEGRAM_BOT_TOKEN": stub.TOKEN,
            "TELEGRAM_API_URL": root,
            "VAR": str(folder),
            "WEB_PORT": "0",
            "RASA": "off",
        }
        start = time.perf_counter()
        with subprocess.Popen(  # noqa: ASYNC220 - nothing else runs in this loop
            [sys.executable, "-m", "bot", "run"], env=environment, stdout=subprocess.DEVNULL
        ) as process:
            try:
                await first_answer(root)
                return time.perf_counter() - start, _resident_mb(process.pid)
            finally:
                process.terminate()


def _resident_mb(pid: int) -> float:
    fields = Path(f"/proc/{pid}/statm").read_text().split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    for start in range(STARTS):
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(one_start(Path(folder), 1))  # makes the database and Python's caches
            seconds, megabytes = asyncio.run(one_start(Path(folder), 2))
        print(f"start {start + 1}: first answer after {seconds:.2f} s, {megabytes:.0f} MB")


if __name__ == "__main__":
    main()
