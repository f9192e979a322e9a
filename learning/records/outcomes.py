"""What is true after an act on one's own data."""

from dataclasses import dataclass
from datetime import datetime

from learning.records.model import Category, Copy


@dataclass(frozen=True, slots=True)
class KeptShown:
    """What is kept about people here, and what they can do about it."""

    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class MyDataOffered:
    pass


@dataclass(frozen=True, slots=True)
class MyDataReady:
    """The data themselves are read at the moment of speaking."""

    telegram_id: int
    copy: Copy


@dataclass(frozen=True, slots=True)
class ErasureOffered:
    """Nothing is erased yet. `offered` (programme minutes since 1970) goes into the button."""

    offered: int


@dataclass(frozen=True, slots=True)
class Erased:
    """All of it is gone; `receipt` proves it to whoever asks for it."""

    receipt: str
    at: datetime
