"""The kinds of questions a lesson may ask. Ids are written by the author and never reused."""

from dataclasses import dataclass
from typing import Literal

from learning.course.words import Words


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. A wrong one (a distractor) is a real mistake, with feedback of its own."""

    id: str
    text: Words
    right: bool
    feedback: Words


@dataclass(frozen=True, slots=True)
class SingleChoice:
    id: str
    prompt: Words
    options: tuple[Option, ...]
    reason: Words
    kind: Literal["single"] = "single"


@dataclass(frozen=True, slots=True)
class SeveralChoice:
    """Right when exactly the right options are picked."""

    id: str
    prompt: Words
    options: tuple[Option, ...]
    reason: Words
    kind: Literal["several"] = "several"


@dataclass(frozen=True, slots=True)
class TrueOrFalse:
    """`if_true` and `if_false` answer the one who said so."""

    id: str
    prompt: Words
    answer: bool
    if_true: Words
    if_false: Words
    reason: Words
    kind: Literal["true_false"] = "true_false"


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    text: Words


@dataclass(frozen=True, slots=True)
class PutInOrder:
    """`items` stand in the right order; the reader sees them shuffled."""

    id: str
    prompt: Words
    items: tuple[Item, ...]
    reason: Words
    kind: Literal["order"] = "order"


@dataclass(frozen=True, slots=True)
class Pair:
    id: str
    left: Words
    right: Words


@dataclass(frozen=True, slots=True)
class Match:
    id: str
    prompt: Words
    pairs: tuple[Pair, ...]
    reason: Words
    kind: Literal["match"] = "match"


@dataclass(frozen=True, slots=True)
class NumberQuestion:
    """Right when the answer is within `tolerance` of `answer`, both in the prompt's unit."""

    id: str
    prompt: Words
    answer: float
    tolerance: float
    if_lower: Words
    if_higher: Words
    reason: Words
    kind: Literal["number"] = "number"


@dataclass(frozen=True, slots=True)
class ShortText:
    """`accepted` holds variants divided by "|"; case, accents and spaces do not count."""

    id: str
    prompt: Words
    accepted: Words
    if_other: Words
    reason: Words
    kind: Literal["text"] = "text"


Question = (
    SingleChoice | SeveralChoice | TrueOrFalse | PutInOrder | Match | NumberQuestion | ShortText
)
