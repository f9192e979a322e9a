"""What may be asked about facts that have expired."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.facts import outcomes as o
from learning.pushes.outcomes import NotWanted


@dataclass(frozen=True, slots=True)
class ShowFacts(Ask[o.FactsShown]):
    right: ClassVar[Right] = Right.TRAINER


@dataclass(frozen=True, slots=True)
class TellExpired(Ask[o.FactsTold]):
    right: ClassVar[Right] = Right.CLOCK


@dataclass(frozen=True, slots=True)
class PrepareExpired(Ask[o.FactsExpired | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
