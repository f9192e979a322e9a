"""The trained server, started once for the whole run, and the fake beside it."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator, Iterator
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
    """Training may take minutes on first use; every test of it is allowed that time."""
    server = RasaServer(_VAR, _say)
    with asyncio.Runner() as runner:
        model = runner.run(server.prepare())
        assert model is not None, "Rasa must be there for these tests"
        runner.run(server.start(model))
        try:
            yield server
        finally:
            with contextlib.suppress(ProcessLookupError):
                runner.run(server.stop())


@pytest_asyncio.fixture(params=["fake", "rasa"])
async def understander(request: pytest.FixtureRequest) -> AsyncIterator[Understander]:
    if request.param == "fake":
        yield FakeUnderstander()
        return
    server: RasaServer = request.getfixturevalue("rasa")
    async with RasaClient(server.url) as client:
        yield client
