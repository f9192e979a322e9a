"""The trained server, started once for the whole run, and the fake beside it."""

import asyncio
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
import pytest_asyncio

from dialogue.client import RasaClient
from dialogue.fake import FakeUnderstander
from dialogue.server import RasaServer
from dialogue.understanding import Understander

T = TypeVar("T")
_VAR = Path(__file__).resolve().parent.parent.parent / "var"


PATIENCE = 30.0  # seconds: what is tried here is meaning, on however busy a machine
_PREPARING = 1500  # seconds to install and train on a fresh machine


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The limit for a test holds for the test alone: before the first one Rasa is installed and
    trained, which has a limit of its own."""
    for item in items:
        if isinstance(item, pytest.Function) and {"rasa", "understander"} & {*item.fixturenames}:
            item.add_marker(pytest.mark.timeout(600, func_only=True))


class RunningRasa:
    """The server in a thread with a loop of its own, which outlives the loops of the tests."""

    def __init__(self, server: RasaServer, thread: ThreadPoolExecutor) -> None:
        self.url = server.url
        self._server, self._thread = server, thread
        self._runner = asyncio.Runner()

    def start(self) -> None:
        model = self._do(asyncio.wait_for(self._server.prepare(), _PREPARING))
        assert model is not None, "these tests need Rasa"
        self.model = model
        self._do(self._server.start(model))

    def stop(self) -> None:
        self._do(self._server.stop())

    def close(self) -> None:
        self.stop()
        self._thread.submit(self._runner.close).result()

    def _do(self, work: Coroutine[Any, Any, T]) -> T:
        return self._thread.submit(self._runner.run, work).result()


@pytest.fixture(scope="session")
def rasa(request: pytest.FixtureRequest) -> Iterator[RunningRasa]:
    capturing = request.config.pluginmanager.getplugin("capturemanager")

    def say(line: str) -> None:
        """Shown at once: minutes without a line look like a test that hangs."""
        with capturing.global_and_fixture_disabled():
            sys.stderr.write(f"{line}\n")

    with ThreadPoolExecutor(1) as thread:
        running = RunningRasa(RasaServer(_VAR, say), thread)
        running.start()
        try:
            yield running
        finally:
            running.close()


@pytest_asyncio.fixture(params=["fake", "rasa"])
async def understander(request: pytest.FixtureRequest) -> AsyncIterator[Understander]:
    if request.param == "fake":
        yield FakeUnderstander()
        return
    running: RunningRasa = request.getfixturevalue("rasa")
    async with RasaClient(running.url, patience=PATIENCE) as client:
        yield client
