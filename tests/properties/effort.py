"""How hard to look: a few examples in CI, very many with HYPOTHESIS_PROFILE=long."""

import os

import pytest

TIMES = 30 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 1
# For every test that draws examples.
patient = pytest.mark.timeout(180 * TIMES)


def examples(number: int) -> int:
    return number * TIMES
