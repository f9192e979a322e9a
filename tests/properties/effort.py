"""How hard to look: a few examples in CI, very many with HYPOTHESIS_PROFILE=long."""

import os

TIMES = 30 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 1


def examples(number: int) -> int:
    return number * TIMES
