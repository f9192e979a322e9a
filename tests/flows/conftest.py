"""One world for each story, or one for all stories of a file that never touch the clock.

Every file of stories runs in one event loop: `pytest.mark.asyncio(loop_scope="module")`.
"""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.flows.world import World, world


def pytest_configure(config: pytest.Config) -> None:
    # Raw updates are wanted, see bot.intake.polling; pytest resets the filter set there.
    config.addinivalue_line("filterwarnings", "ignore:Please use 'Bot.getUpdates'")


@pytest_asyncio.fixture(loop_scope="module")
async def town(tmp_path: Path) -> AsyncIterator[World]:
    """A world of this story's own."""
    async with world(tmp_path) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def here(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A world shared by the stories of one file; each takes phones of its own."""
    async with world(tmp_path_factory.mktemp("world")) as made:
        yield made
