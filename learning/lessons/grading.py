"""Is an answer right? Pure functions over a question and a draft."""

import unicodedata
from collections.abc import Iterable, Sequence
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
            return _disordered([item.id for item in question.items], attempt)
        case Match():
            return _disordered([pair.id for pair in question.pairs], attempt)
        case NumberQuestion() | ShortText():
            return ()
        case _:
            assert_never(question)


def _shuffled(ids: Iterable[str], attempt: str) -> tuple[str, ...]:
    """A fixed order per attempt."""
    return tuple(sorted(ids, key=lambda id: sha256(f"{attempt}/{id}".encode()).digest()))


def _disordered(ids: Sequence[str], attempt: str) -> tuple[str, ...]:
    """Never the written order, which is the answer."""
    shown = _shuffled(ids, attempt)
    return (*shown[1:], *shown[:1]) if shown == tuple(ids) else shown


def accepts(question: ShortText, text: str) -> bool:
    """Whether `text` is one of the accepted variants, in any language of the course."""
    variants = (v for every in question.accepted.every() for v in every.split("|"))
    return fold(text) in {fold(variant) for variant in variants}


def fold(text: str) -> str:
    """The words alone, in small letters without accents or punctuation."""
    plain = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in plain.replace("ς", "σ"))
    return " ".join(words.split())
