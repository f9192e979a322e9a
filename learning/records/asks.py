"""What one may ask of one's own data."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.records import outcomes as o
from learning.records.model import Copy


@dataclass(frozen=True, slots=True)
class ShowKept(Ask[o.KeptShown]):
    right: ClassVar[Right] = Right.ANYONE


@dataclass(frozen=True, slots=True)
class OfferMyData(Ask[o.MyDataOffered]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class GiveMyData(Ask[o.MyDataReady]):
    right: ClassVar[Right] = Right.PERSON
    copy: Copy


@dataclass(frozen=True, slots=True)
class OfferErasure(Ask[o.ErasureOffered]):
    right: ClassVar[Right] = Right.PERSON


@dataclass(frozen=True, slots=True)
class EraseMe(Ask[o.Erased | o.ErasureOffered]):
    """Confirmed: `offered` as it came with the offer. An old button asks again instead."""

    right: ClassVar[Right] = Right.PERSON
    offered: int
