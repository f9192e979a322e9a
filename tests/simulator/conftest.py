from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.simulator.world import World, open_world, options


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared_world(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    async with open_world(options(tmp_path_factory.mktemp("simulator"))) as opened:
        yield opened


@pytest.fixture
def world(shared_world: World) -> World:
    """One simulator a module, unlimited, its machine clock moved by hand, no updates waiting."""
    shared_world.simulation.updates.drop_all()
    return shared_world
