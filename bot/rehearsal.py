"""Without a token the bot is lived with on this machine: it starts the simulator beside it."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator

from pydantic import SecretStr

from bot.settings import Settings
from dialogue.parent import ends_with_parent

TOKEN = "100001:SIM"
START_SECONDS = 20.0


class NoSimulator(Exception):
    """It did not start; the text is its own last line."""


@contextlib.asynccontextmanager
async def rehearsing(settings: Settings) -> AsyncIterator[tuple[Settings, str]]:
    """Settings that point at a running simulator, and the address of its page."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--port", str(settings.simulator_port)),
        *("--state", str(settings.var / "simulator.sqlite3"), "--token", TOKEN),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        preexec_fn=ends_with_parent(),
    )
    try:
        page = await _page(process)
        root = page.rstrip("/")
        yield (
            settings.model_copy(
                update={
                    "telegram_bot_token": SecretStr(TOKEN),
                    "telegram_api_url": root,
                    "clock_url": f"{root}/clock",
                }
            ),
            page,
        )
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def _page(process: asyncio.subprocess.Process) -> str:
    if process.stdout is None or process.stderr is None:
        raise AssertionError("both are pipes")
    try:
        async with asyncio.timeout(START_SECONDS):
            line = (await process.stdout.readline()).decode()
    except TimeoutError:
        raise NoSimulator("The simulator did not start in time.") from None
    if not line:
        said = (await process.stderr.read()).decode().strip()
        await process.wait()  # who signals one that ended by itself hears of it from asyncio
        line = said.splitlines()[-1] if said else "The simulator stopped at once."
        raise NoSimulator(f"{line} (SIMULATOR_PORT chooses its port.)")
    return line.split()[-1]
