"""`python -m bot run` that can't run: one clear line on standard error, and exit code 1."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.alone import alone
from bot.cli.problems import one_clear_line
from bot.settings import Settings, check
from data.backup import restore
from data.engine import open_database
from data.migrate import upgrade
from data.sealing import new_key
from simulator.server import Served, serve
from simulator.simulation import Options
from tests.flows.world import TOKEN

pytestmark = pytest.mark.asyncio(loop_scope="module")

ROOT = Path(__file__).parent.parent.parent
NOBODY_LISTENS = "http://127.0.0.1:9"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def telegram(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    async with serve(Options(tmp_path_factory.mktemp("telegram") / "state", TOKEN)) as served:
        yield served


_PLAIN = {"WEB_PORT": "0", "RASA": "off"}


async def started(folder: Path, *more: str, **environment: str) -> asyncio.subprocess.Process:
    """The real command, far from this folder's own `.env`."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", *more),
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(ROOT), "VAR": "var", **_PLAIN, **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def complaint(folder: Path, **environment: str) -> str:
    process = await started(folder, **environment)
    return await said_at_the_end(process)


async def said_at_the_end(process: asyncio.subprocess.Process) -> str:
    try:
        async with asyncio.timeout(30):
            _, errors = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode == 1, errors.decode()
    (line,) = errors.decode().splitlines()
    return line


async def test_a_token_nobody_knows(telegram: Served, tmp_path: Path) -> None:
    line = await complaint(
        tmp_path, TELEGRAM_BOT_TOKEN="100001:WRONG", TELEGRAM_API_URL=telegram.url
    )
    assert "TELEGRAM_BOT_TOKEN" in line


async def test_no_network(tmp_path: Path) -> None:
    line = await complaint(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=NOBODY_LISTENS)
    assert "TELEGRAM_API_URL" in line


async def test_a_used_port(telegram: Served, tmp_path: Path) -> None:
    port = telegram.url.rpartition(":")[2]
    line = await complaint(
        tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url, WEB_PORT=port
    )
    assert port in line


async def test_the_same_bot_started_twice_leaves_the_first_at_work(
    telegram: Served, tmp_path: Path
) -> None:
    """Two pollers would end each other by 409."""
    with alone(tmp_path / "var", 100001):
        line = await complaint(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url)
    assert "Another process runs this bot" in line


async def test_a_second_process_on_a_sqlite_file(tmp_path: Path) -> None:
    only = ("--only", "delivery")
    line = await said_at_the_end(await started(tmp_path, *only, TELEGRAM_BOT_TOKEN=TOKEN))
    assert "DATABASE_URL" in line


async def test_a_used_port_of_the_simulator(telegram: Served, tmp_path: Path) -> None:
    port = telegram.url.rpartition(":")[2]
    line = await complaint(tmp_path, SIMULATOR_PORT=port)
    assert port in line
    assert "SIMULATOR_PORT" in line


async def test_another_bots_database(telegram: Served, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/taken.sqlite3"
    await asyncio.to_thread(upgrade, url)
    database = await open_database(url, [new_key()])
    await database.installation.claim(777)
    await database.close()
    line = await complaint(
        tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_API_URL=telegram.url, DATABASE_URL=url
    )
    assert "777" in line


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"CLOCK_URL": NOBODY_LISTENS}, "CLOCK_URL"),
        ({}, "SECRET_KEY"),
        ({"SEND_RATE": "fast"}, "SEND_RATE"),
        ({"WEBHOOK_SECRET": "two words"}, "WEBHOOK_SECRET"),
        (
            {"WEBHOOK_URL": "https://example.org/hook", "TELEGRAM_API_URL": NOBODY_LISTENS},
            "WEBHOOK_SECRET",
        ),
    ],
)
async def test_settings_that_do_not_go_together(
    environment: dict[str, str],
    named: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Found before anything is sent anywhere; `run` meets them just so."""
    for name, value in {"TELEGRAM_BOT_TOKEN": TOKEN, **environment}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as end, one_clear_line():
        check(Settings(_env_file=None))
    assert end.value.code == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert named in line
    assert not any(value in line for value in environment.values())


async def test_a_backup_that_is_not_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as end, one_clear_line():
        restore(f"sqlite:///{tmp_path / 'new.sqlite3'}", tmp_path / "none.sqlite3")
    assert end.value.code == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "There is no file" in line
