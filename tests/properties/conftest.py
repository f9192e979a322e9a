"""Profiles: the same examples in every CI run; HYPOTHESIS_PROFILE=long looks much further."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.properties.stage import Stage

_SLOW_IS_FINE = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile(
    "ci",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=_SLOW_IS_FINE,
)
settings.register_profile(
    "long", print_blob=True, deadline=None, suppress_health_check=_SLOW_IS_FINE
)


def pytest_configure(config: pytest.Config) -> None:
    # Raw updates are wanted, see bot.intake.polling; pytest resets the filter set there.
    config.addinivalue_line("filterwarnings", "ignore:Please use 'Bot.getUpdates'")
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One world for all examples of a file; each example brings people of its own."""
    made = Stage(tmp_path_factory.mktemp("stage"))
    try:
        yield made
    finally:
        made.close()
