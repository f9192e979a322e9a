"""What all tests share: how they are shared out among processes, and profiles for Hypothesis.

The same examples in every run of CI; HYPOTHESIS_PROFILE=long looks much further.
"""

import os

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

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


# What takes long goes first, or one process would be left with it at the end.
_LONGEST = ("dialogue", "crash", "web", "flows")


def pytest_configure() -> None:
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    folder = item.nodeid.split("/")[1]
    return _LONGEST.index(folder) if folder in _LONGEST else len(_LONGEST)


class ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """A file stays in one process, for its tests share what they set up; all of tests/dialogue
    does, for it shares one trained Rasa. Of its own, because `--dist loadgroup` groups nothing
    with pytest 9.2 (pytest-xdist issue 1386)."""

    def _split_scope(self, nodeid: str) -> str:
        return "dialogue" if nodeid.startswith("tests/dialogue/") else nodeid.split("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile:
    config.option.loadscopereorder = False  # it would begin with what has the most tests
    return ByFile(config, log)
