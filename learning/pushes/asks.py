"""What the clock asks."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.pushes import outcomes as o


@dataclass(frozen=True, slots=True)
class WakeLearners(Ask[o.Woken]):
    """Looks at up to `limit` due learners and writes a ledger row for each."""

    right: ClassVar[Right] = Right.CLOCK
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class PreparePush(Ask[o.LessonOffered | o.LessonReminded | o.RefresherOffered | o.NotWanted]):
    """Decides, at the moment of sending, what a claimed push says."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int


@dataclass(frozen=True, slots=True)
class NoteUnreachable(Ask[None]):
    """A send was refused because the person blocked the bot or is gone."""

    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
