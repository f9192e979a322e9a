"""Is an answer right? Pure functions over a question and a draft."""

import unicodedata
from collections.abc import Sequence
from hashlib import sha256
from typing import assert_never

from learning.course.questions import (
    Match,
    NumberQuestion,
    PutInOrder,
    Question,
    SeveralChoice,
    ShortText,
    SingleChoice,
    TrueOrFalse,
)
from learning.lessons.model import Draft

TRUE, FALSE = "true", "false"


def is_right(question: Question, draft: Draft) -> bool:
    match question:
        case SingleChoice() | SeveralChoice():
            right = {option.id for option in question.options if option.right}
            return set(draft.picks) == right
        case TrueOrFalse():
            return draft.picks == (TRUE if question.answer else FALSE,)
        case PutInOrder():
            return draft.picks == tuple(item.id for item in question.items)
        case Match():
            return draft.picks == tuple(pair.id for pair in question.pairs)
        case NumberQuestion():
            given = draft.number
            return given is not None and abs(given - question.answer) <= question.tolerance
        case ShortText():
            return bool(draft.right)
        case _:
            assert_never(question)


def choices(question: Question, attempt: str) -> tuple[str, ...]:
    """The ids one may tap, in the order this attempt shows them; empty for typed answers."""
    match question:
        case SingleChoice() | SeveralChoice():
            return _shuffled([option.id for option in question.options], attempt)
        case TrueOrFalse():
            return (TRUE, FALSE)
        case PutInOrder():
            return _shuffled([item.id for item in question.items], attempt)
        case Match():
            return _shuffled([pair.id for pair in question.pairs], attempt)
        case NumberQuestion() | ShortText():
            return ()
        case _:
            assert_never(question)


def _shuffled(ids: Sequence[str], attempt: str) -> tuple[str, ...]:
    """A fixed order per attempt, never the written one where that would give the answer away."""
    shown = sorted(ids, key=lambda id: sha256(f"{attempt}/{id}".encode()).digest())
    if shown == list(ids):
        shown = [*shown[1:], *shown[:1]]
    return tuple(shown)


def accepts(question: ShortText, text: str) -> bool:
    """Whether `text` is one of the accepted variants, in any language of the course."""
    variants = (v for every in question.accepted.every() for v in every.split("|"))
    return fold(text) in {fold(variant) for variant in variants}


def fold(text: str) -> str:
    """Small letters without accents, punctuation at the ends or doubled spaces."""
    plain = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(plain.replace("ς", "σ").split()).strip(" .,;:!?·¿¡\"'«»()")


def read_number(text: str) -> float | None:
    """A number as people type it: "3,5", "3.5", "1 000", "47 %". None when it is not one."""
    plain = text.strip().rstrip("%").replace("\u00a0", " ").replace(" ", "").replace(",", ".")
    if not plain or len(plain) > 12 or not all(c.isascii() and c in "+-.0123456789" for c in plain):
        return None
    try:
        return float(plain)
    except ValueError:
        return None
