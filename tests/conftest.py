"""What all tests share: how they are shared out among processes, and profiles for Hypothesis.

The same examples in every run of CI; HYPOTHESIS_PROFILE=long looks much further.
"""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_HERE = Path(__file__).parent
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


def pytest_configure() -> None:
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A file stays in one process, for its tests share what they set up; all of tests/dialogue
    does, for it shares one trained Rasa."""
    for item in items:
        place = item.path.relative_to(_HERE)
        group = "dialogue" if place.parts[0] == "dialogue" else str(place)
        item.add_marker(pytest.mark.xdist_group(group))
