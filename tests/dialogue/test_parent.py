"""No process of Rasa's outlives the bot, not even one that was killed."""

import asyncio
import contextlib
import os
import sys

import pytest

_PARENT = """
import subprocess, sys, time
from dialogue.parent import ends_with_parent
wait = [sys.executable, "-c", "import time; time.sleep(60)"]
child = subprocess.Popen(wait, preexec_fn=ends_with_parent())
print(child.pid, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
async def test_the_child_of_a_killed_parent_ends() -> None:
    parent = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _PARENT), stdout=asyncio.subprocess.PIPE
    )
    assert parent.stdout
    child = int(await parent.stdout.readline())
    os.kill(child, 0)
    parent.kill()
    await parent.wait()
    async with asyncio.timeout(10):
        while is_there(child):  # noqa: ASYNC110 - the system decides
            await asyncio.sleep(0.02)


def is_there(pid: int) -> bool:
    """A zombie that nobody has waited for counts as gone."""
    with contextlib.suppress(ProcessLookupError, FileNotFoundError):
        os.kill(pid, 0)
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    return False
