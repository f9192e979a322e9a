"""One process at a time takes the updates of a bot whose things are in one folder."""

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path


class NotAlone(Exception):
    """Another process does it already; the text says what to do."""


@contextlib.contextmanager
def alone(folder: Path, bot_id: int) -> Iterator[None]:
    """Until the block ends, or the process, however it ends. Raises NotAlone at once.

    Without it two started by mistake would both be ended by Telegram's 409, and nobody would
    answer any more.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{bot_id}.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise NotAlone(
                f"Another process runs this bot from {folder} already: stop it, or use another "
                "TELEGRAM_BOT_TOKEN and VAR."
            ) from None
        yield
