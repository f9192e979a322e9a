"""Two processes: a simulator that goes on living, and a bot that is killed again and again."""

import asyncio
import contextlib
import os
import sys
from collections import deque
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOKEN = "100001:SIM"
BOT_ID = 100001
PATIENCE_SECONDS = 150.0  # a start on a machine that does much else
LINES_KEPT = 40


@contextlib.asynccontextmanager
async def simulator(state: Path) -> AsyncIterator[str]:
    """Gives its address; programme time stands still until somebody jumps."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--port", "0", "--token", TOKEN),
        *("--state", str(state), "--speed", "0"),
        stdout=asyncio.subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE_SECONDS):
            line = (await process.stdout.readline()).decode()
        yield line.removeprefix("Phones: ").strip().rstrip("/")
    finally:
        process.terminate()
        await process.wait()


class BotProcess:
    """`python -m bot run`, as an operator starts it. It lives until it is killed or stopped."""

    def __init__(self, settings: Mapping[str, str], *options: str) -> None:
        self._options = options
        self._environment = {**os.environ, "RASA": "off", **settings}
        self.errors: list[str] = []

    async def start(self) -> None:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run", *self._options),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            cwd=ROOT,
            env=self._environment,
        )
        self._ready = asyncio.Event()
        self._last_lines: deque[str] = deque(maxlen=LINES_KEPT)
        self._reading = asyncio.create_task(self._read())

    async def ready(self) -> None:
        """Until it says that it serves; raises when it ends instead."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            await self._ready.wait()
        if self._process.returncode is not None:
            raise AssertionError("the bot ended by itself:\n" + "\n".join(self._last_lines))

    async def kill(self) -> None:
        """As a power cut does: nothing can be caught, nothing is flushed."""
        if self._process.returncode is None:
            self._process.kill()
        await self._end()

    async def stop(self) -> None:
        if self._process.returncode is None:
            self._process.terminate()
        await self._end()

    async def _end(self) -> None:
        await self._process.wait()
        await self._reading

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for raw in self._process.stdout:
            line = raw.decode(errors="replace").rstrip()
            self._last_lines.append(line)
            if "level=error" in line:
                self.errors.append(line)
            if "is ready after" in line:
                self._ready.set()
        await self._process.wait()
        self._ready.set()
