"""The words of time by language: from words in their spelling to all that they may mean."""

from collections.abc import Callable
from functools import cache

from dialogue import english, greek, spanish
from dialogue.entries import Kind
from dialogue.folding import fold, plain

Meanings = dict[Kind, object]

_WORDS = {"en": english.WORDS, "el": greek.WORDS, "es": spanish.WORDS}
LANGUAGES = tuple(_WORDS)


def spelling(language: str) -> Callable[[str], str]:
    """Only Greek is folded whole: it would make one word of the English to, too and two."""
    return fold if language == "el" else plain


@cache
def table(language: str) -> dict[tuple[str, ...], Meanings]:
    """Words in their spelling, in order, → all that they may mean."""
    meanings: dict[tuple[str, ...], Meanings] = {}
    for written, (kind, value) in _WORDS[language]:
        words = tuple(spelling(language)(word) for word in written.split())
        meanings.setdefault(words, {})[kind] = value
    return meanings
