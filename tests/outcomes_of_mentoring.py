"""An example of every outcome about mentoring, and of what is read for it."""

from typing import Any

from learning.mentoring import outcomes as o
from learning.mentoring.model import Side

ID = 2**63 - 1


def of_mentoring() -> list[Any]:
    return [*(o.TurnBegun(ID, side) for side in Side)]
