"""Two started at once on one machine prepare Rasa one after the other."""

import asyncio
import contextlib
import fcntl
from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO

from dialogue.progress import Say

_LOOKS_AGAIN = 0.5  # seconds


@contextlib.asynccontextmanager
async def one_at_a_time(lock: Path, say: Say) -> AsyncIterator[None]:
    """Until the block ends, or the process, nobody else is in one with the same file; who comes
    second says so and waits. Without it each would clear the folder that the other fills."""
    with lock.open("a") as file:
        if not _taken(file):
            say("Another process prepares free text already; waiting for it ...")
            while not _taken(file):  # noqa: ASYNC110 - no event reaches across processes
                await asyncio.sleep(_LOOKS_AGAIN)
        yield


def _taken(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
