"""Two that poll for one bot: a restart is waited out, a second program is told in one line."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from telegram import Bot

from bot.cli.problems import one_clear_line
from bot.intake.polling import Poller
from bot.intake.taking import Handlers, Intake
from bot.transport.aiohttp_request import AiohttpRequest
from learning.inbox import Unanswered
from simulator.server import Served, serve
from simulator.simulation import Options
from tests.contract.memory.database import MemoryDatabase
from tests.flows.world import TOKEN

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Taking:
    """A poller at work, whose polls are held open for a second, and what it took."""

    def __init__(self, bot: Bot) -> None:
        self.taken: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        intake = Intake(MemoryDatabase().inbox, Handlers(self.taken.put, self._speak))
        self.work = asyncio.create_task(Poller(bot, intake, poll_seconds=1).run())

    async def _speak(self, row: Unanswered) -> None:
        raise AssertionError("nothing is owed")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def telegram(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    state: Path = tmp_path_factory.mktemp("telegram") / "state"
    async with serve(Options(state, TOKEN)) as served:
        yield served


@contextlib.asynccontextmanager
async def bot_at(served: Served) -> AsyncIterator[Bot]:
    root, polls = f"{served.url}/bot", AiohttpRequest()
    async with Bot(TOKEN, base_url=root, request=AiohttpRequest(), get_updates_request=polls) as it:
        yield it


@contextlib.asynccontextmanager
async def taking(served: Served) -> AsyncIterator[Taking]:
    async with bot_at(served) as bot:
        made = Taking(bot)
        try:
            yield made
        finally:
            made.work.cancel()
            await asyncio.wait([made.work])


async def test_a_poll_left_open_by_a_stopped_process_is_waited_for(telegram: Served) -> None:
    async with taking(telegram) as poller, bot_at(telegram) as other:
        await asyncio.sleep(0.1)
        await other.get_updates(timeout=0)
        telegram.simulation.updates.add("message", "1", _message("hello"))
        async with asyncio.timeout(10):
            update = await poller.taken.get()
    assert update["message"]["text"] == "hello"


async def test_a_second_program_goes_on_and_the_first_says_why_it_ends(
    telegram: Served, capsys: pytest.CaptureFixture[str]
) -> None:
    async with taking(telegram) as poller, bot_at(telegram) as other:
        while not poller.work.done():
            await other.get_updates(timeout=0)
            await asyncio.sleep(0.05)
        with pytest.raises(SystemExit), one_clear_line():
            await poller.work
    (line,) = capsys.readouterr().err.splitlines()
    assert "(409)" in line


def _message(text: str) -> dict[str, Any]:
    person = {"id": 1, "is_bot": False, "first_name": "Ana"}
    chat = {"id": 1, "type": "private", "first_name": "Ana"}
    return {"message_id": 1, "date": 1, "chat": chat, "from": person, "text": text}
