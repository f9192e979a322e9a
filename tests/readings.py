"""An example of what is read for each outcome whose screen gets a second value."""

from typing import Any

from learning.records.outcomes import MyDataReady

READ: dict[type, Any] = {
    MyDataReady: {"persons": [{"id": 7, "language": "el"}], "reviews": []},
}


def read_for(outcome: object) -> Any:
    """None for an outcome that says everything itself, or whose things are gone by now."""
    return READ.get(type(outcome))
