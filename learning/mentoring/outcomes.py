"""What is true after an act in a turn. Names and texts are read at the moment of speaking."""

from dataclasses import dataclass

from learning.mentoring.model import Side


@dataclass(frozen=True, slots=True)
class TurnBegun:
    """Told to both; `side` is the reader's."""

    turn: int
    side: Side
