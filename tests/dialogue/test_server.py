"""The server beside the bot: killed, missing, and silent about what people say."""

import asyncio
import os
import secrets
from pathlib import Path

import aiohttp
import pytest

from dialogue import installing
from dialogue.client import RasaClient
from dialogue.server import RasaServer
from dialogue.stages import Stage
from dialogue.training import fingerprint
from dialogue.understanding import NotAvailable
from learning.talk.turns import OpenTalk, Slot, Talk
from tests.dialogue.conftest import PATIENCE, RunningRasa

SECRET = "zanzibarkazoo"
ASKING_TIME = OpenTalk(Talk.CHANGE_TIME, Slot.WHEN)


async def test_without_python_310_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(installing, "PYTHON", tmp_path / "python")
    lines: list[str] = []
    server = RasaServer(tmp_path, lines.append)
    assert await server.prepare() is None
    assert server.stage is Stage.OFF
    assert len([line for line in lines if "Python 3.10" in line]) == 1


def test_the_same_training_files_have_the_same_fingerprint() -> None:
    assert fingerprint() == fingerprint()


async def test_a_talk_goes_on_after_rasa_was_killed(rasa: RunningRasa) -> None:
    async with RasaClient(rasa.url, patience=PATIENCE) as client:
        before = await client.understand("at 8:30", "en", ASKING_TIME)
        rasa.stop()
        with pytest.raises(NotAvailable):
            await client.understand("at 8:30", "en", ASKING_TIME)
        rasa.start()
        after = await client.understand("at 8:30", "en", ASKING_TIME)
    assert after.talk == before.talk
    assert after.talk is not None
    assert after.talk.needs is Slot.CONFIRMED


async def test_the_server_forgets_a_conversation_with_its_answer(
    rasa: RunningRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "token_hex", lambda _: "known")
    async with RasaClient(rasa.url, patience=PATIENCE) as client:
        await client.understand(f"my client is called {SECRET}", "en", ASKING_TIME)
    kept = f"{rasa.url}/conversations/known/tracker?include_events=ALL"
    async with aiohttp.ClientSession() as http, http.get(kept) as answer:
        assert SECRET not in await answer.text()


async def test_no_file_holds_what_was_said(rasa: RunningRasa) -> None:
    async with RasaClient(rasa.url, patience=PATIENCE) as client:
        await client.understand(f"my client is called {SECRET}", "en", ASKING_TIME)
    folders = [installing.ROOT / "var", installing.HOME / "nlu", installing.HOME / "talks"]
    found = await asyncio.to_thread(_files_with, SECRET.encode(), folders)
    assert found == []


def _files_with(said: bytes, folders: list[Path]) -> list[Path]:
    """Small files written by this user that hold the words; archives and environments aside."""
    found = []
    for folder in folders:
        for path, names, files in os.walk(folder):
            names[:] = [name for name in names if name not in (".venv", "node_modules")]
            for file in (Path(path) / name for name in files):
                if _holds(file, said):
                    found.append(file)
    return found


def _holds(file: Path, said: bytes) -> bool:
    try:
        return file.is_file() and file.stat().st_size < 5_000_000 and said in file.read_bytes()
    except OSError:
        return False
