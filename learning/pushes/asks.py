"""What the clock asks."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.pushes import outcomes as o
from learning.pushes.model import PushKind


@dataclass(frozen=True, slots=True)
class WakeLearners(Ask[o.Woken]):
    """Looks at up to `limit` due learners and writes a ledger row for each."""

    right: ClassVar[Right] = Right.CLOCK
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class PreparePush(Ask[o.NotWanted | o.PutOff]):
    """Decides, at the moment of sending, whether a claimed push is sent; what it says is then
    the outcome of the ask that prepares its kind. `push` is its row in the ledger."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    kind: PushKind = PushKind.DAILY
    occasion: str = ""
    push: int = 0


@dataclass(frozen=True, slots=True)
class PrepareDaily(Ask[o.LessonOffered | o.LessonReminded | o.RefresherOffered | o.NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class NoteUnreachable(Ask[None]):
    """A send was refused because the person blocked the bot or is gone."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
