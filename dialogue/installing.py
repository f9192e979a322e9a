"""Rasa's own environment: Python 3.10 in dialogue/rasa/.venv, installed on first use."""

import asyncio
import os
import shutil
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

Say = Callable[[str], None]

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "dialogue" / "rasa"
PYTHON = HOME / ".venv" / "bin" / "python"
_LOCK = HOME / "requirements.lock"
_STAMP = HOME / ".venv" / "installed"


class NotInstalled(Exception):
    """The text is one line for the person at the terminal."""


async def install(say: Say) -> None:
    """Does nothing when the lock is what was installed. Raises NotInstalled."""
    wanted = sha256(_LOCK.read_bytes()).hexdigest()
    if PYTHON.exists() and _STAMP.exists() and _STAMP.read_text() == wanted:
        return
    say("Installing Rasa for free text (2.5 GB on disk, once; a few minutes) ...")
    began = time.monotonic()
    uv = shutil.which("uv")
    if uv:
        await _run(uv, "venv", "-q", "--clear", "--python", "3.10", str(HOME / ".venv"))
        lock = ("--require-hashes", "-r", str(_LOCK))
        await _run(uv, "pip", "install", "-q", "--python", str(PYTHON), *lock)
    else:
        await _run(await _python310(), "-m", "venv", "--clear", str(HOME / ".venv"))
        pip = ("-m", "pip", "install", "-q", "--disable-pip-version-check")
        await _run(str(PYTHON), *pip, "--require-hashes", "-r", str(_LOCK))
    _STAMP.write_text(wanted)
    say(f"Rasa installed in {time.monotonic() - began:.0f} s.")


async def _python310() -> str:
    """The command of a Python 3.10; run in Rasa's folder, where pyenv finds .python-version."""
    for command in ("python3.10", "python3", "python"):
        if shutil.which(command) and await _says_310(command):
            return command
    raise NotInstalled("Free text is off: it needs Python 3.10 or uv, and neither is here.")


async def _says_310(command: str) -> bool:
    check = "import sys; sys.exit(sys.version_info[:2] != (3, 10))"
    process = await asyncio.create_subprocess_exec(
        command,
        *("-c", check),
        cwd=HOME,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    return await process.wait() == 0


async def _run(*command: str) -> None:
    process = await asyncio.create_subprocess_exec(
        *command, cwd=HOME, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE
    )
    _, errors = await process.communicate()
    if process.returncode:
        told = errors.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise NotInstalled(f"Free text is off: Rasa could not be installed ({told[-1][:200]}).")


def environment() -> dict[str, str]:
    """For every process of Rasa's: no telemetry, our components on the path, few threads."""
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "OMP_NUM_THREADS": "2",
        "PYTHONWARNINGS": "ignore",
    }


def rasa(*arguments: str | Path) -> Sequence[str]:
    return [str(PYTHON), "-m", "rasa", *map(str, arguments)]
