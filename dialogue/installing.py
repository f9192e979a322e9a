"""Rasa's own environment: Python 3.10 in dialogue/rasa/.venv, installed on first use."""

import asyncio
import os
import shutil
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from dialogue.parent import ends_with_parent
from dialogue.progress import Say, telling

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
    uv = shutil.which("uv")
    python = None if uv else await _python310()
    doing = "Installing Rasa for free text (2.5 GB on disk, once; a few minutes; buttons work)"
    async with telling(say, doing, "Rasa installed"):
        if uv:
            await _with_uv(uv)
        elif python:
            await _with_pip(python)
    _STAMP.write_text(wanted)


async def _with_uv(uv: str) -> None:
    await _run(uv, "venv", "-q", "--clear", "--python", "3.10", str(HOME / ".venv"))
    lock = ("--require-hashes", "-r", str(_LOCK))
    await _run(uv, "pip", "install", "-q", "--python", str(PYTHON), *lock)


async def _with_pip(python: str) -> None:
    await _run(python, "-m", "venv", "--clear", str(HOME / ".venv"))
    pip = ("-m", "pip", "install", "-q", "--disable-pip-version-check")
    await _run(str(PYTHON), *pip, "--require-hashes", "-r", str(_LOCK))


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
        *command,
        cwd=HOME,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
        preexec_fn=ends_with_parent(),
    )
    try:
        _, errors = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode:
        told = errors.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise NotInstalled(f"Free text is off: Rasa could not be installed ({told[-1][:200]}).")


def environment() -> dict[str, str]:
    """For every process of Rasa's: no telemetry, our components on the path, one thread in each
    library: on a busy machine two wait for each other, and a sentence takes a second."""
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "OMP_NUM_THREADS": "1",
        "PYTHONWARNINGS": "ignore",
    }


def rasa(*arguments: str | Path) -> Sequence[str]:
    return [str(PYTHON), "-m", "rasa", *map(str, arguments)]
