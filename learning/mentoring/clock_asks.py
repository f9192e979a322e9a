"""What the clock asks about mentoring."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.mentoring import outcomes as o
from learning.pushes.outcomes import NotWanted


@dataclass(frozen=True, slots=True)
class WakeTurns(Ask[o.TurnsWoken]):
    """Looks at up to `limit` turns whose day has come."""

    right: ClassVar[Right] = Right.CLOCK
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class PrepareTurnBegun(Ask[o.TurnBegun | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareAgreement(Ask[o.AgreementProposed | o.AgreementMade | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PreparePhase(Ask[o.PhaseTold | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareSilenceOffer(Ask[o.SilenceAsked | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PreparePairSilent(Ask[o.PairSilent | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareTurnOver(Ask[o.TurnOver | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareCheckIns(Ask[o.CheckInShown | o.CheckInsWaiting | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareWaiting(Ask[o.WaitingReminded | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareTalk(Ask[o.TalkInvited | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str


@dataclass(frozen=True, slots=True)
class PrepareTextsGoing(Ask[o.TextsGoing | NotWanted]):
    right: ClassVar[Right] = Right.CLOCK
    telegram_id: int
    occasion: str
