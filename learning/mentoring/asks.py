"""What may be asked about one's mentoring."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.mentoring import outcomes as o
from learning.pushes.outcomes import NotWanted


@dataclass(frozen=True, slots=True)
class PrepareTurnBegun(Ask[o.TurnBegun | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
