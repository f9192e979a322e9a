"""What a coordinator may ask about the pairs of the organisation."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.mentoring.pairs import outcomes as o


@dataclass(frozen=True, slots=True)
class ShowPairs(Ask[o.PairsShown]):
    right: ClassVar[Right] = Right.COORDINATOR
    skip: int = 0


@dataclass(frozen=True, slots=True)
class ShowGenerations(Ask[o.GenerationsShown]):
    right: ClassVar[Right] = Right.COORDINATOR
