"""The trained server, started once for the whole run, and the fake beside it."""

import asyncio
import sys
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import pytest_asyncio

from dialogue.client import RasaClient
from dialogue.fake import FakeUnderstander
from dialogue.server import RasaServer
from dialogue.understanding import Understander

_VAR = Path(__file__).resolve().parent.parent.parent / "var"


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


@pytest.fixture(scope="session")
def rasa() -> Iterator[RasaServer]:
    """In a thread with a loop of its own, which outlives the loops of the tests."""
    server = RasaServer(_VAR, _say)
    with ThreadPoolExecutor(1) as thread, asyncio.Runner() as runner:
        model = thread.submit(runner.run, server.prepare()).result()
        assert model is not None, "these tests need Rasa"
        thread.submit(runner.run, server.start(model)).result()
        try:
            yield server
        finally:
            thread.submit(runner.run, server.stop()).result()
            thread.submit(runner.close).result()


@pytest_asyncio.fixture(params=["fake", "rasa"])
async def understander(request: pytest.FixtureRequest) -> AsyncIterator[Understander]:
    if request.param == "fake":
        yield FakeUnderstander()
        return
    server: RasaServer = request.getfixturevalue("rasa")
    async with RasaClient(server.url) as client:
        yield client
