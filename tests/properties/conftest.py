"""One world for all examples of a file."""

from collections.abc import Iterator

import pytest

from tests.properties.stage import Stage


def pytest_configure(config: pytest.Config) -> None:
    # Raw updates are wanted, see bot.intake.polling; pytest resets the filter set there.
    config.addinivalue_line("filterwarnings", "ignore:Please use 'Bot.getUpdates'")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One world for all examples of a file; each example brings people of its own."""
    made = Stage(tmp_path_factory.mktemp("stage"))
    try:
        yield made
    finally:
        made.close()
