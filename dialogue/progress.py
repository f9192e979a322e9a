"""Lines for the person at the terminal while something takes minutes."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Callable

Say = Callable[[str], None]

_EVERY = 30.0  # seconds


@contextlib.asynccontextmanager
async def telling(say: Say, doing: str, done: str) -> AsyncIterator[None]:
    """Says what is being done, every half minute that it still is, and how long it took."""
    began = time.monotonic()
    say(f"{doing} ...")
    still = asyncio.create_task(_still(say, began))
    try:
        yield
    finally:
        still.cancel()
    say(f"{done} in {time.monotonic() - began:.0f} s.")


async def _still(say: Say, began: float) -> None:
    while True:
        await asyncio.sleep(_EVERY)
        say(f"... {time.monotonic() - began:.0f} s so far.")
