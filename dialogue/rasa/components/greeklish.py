"""Greek in Latin letters: how people write it, and how to read it back."""

import random
import re
from collections import Counter
from collections.abc import Iterable

from dialogue.folding import fold, is_greek, plain

# What people write for each letter, the commonest first and most often.
_WRITTEN = {
    "αι": "ai ai e",
    "ει": "ei ei i",
    "οι": "oi oi i",
    "ου": "ou ou ou u",
    "αυ": "au av af ay",
    "ευ": "eu ev ef ey",
    "μπ": "mp mp b",
    "ντ": "nt nt d",
    "γκ": "gk g",
    "γγ": "gg g",
    "β": "v v b",
    "η": "i i h",
    "θ": "th th 8",
    "ξ": "ks ks x 3",
    "υ": "y i u",
    "χ": "x x h ch",
    "ψ": "ps",
    "ω": "o o w",
}
_PLAIN = dict(zip("αγδεζικλμνοπρστφ", "agdeziklmnoprstf", strict=True))
_PIECES = re.compile("|".join(sorted(_WRITTEN, key=len, reverse=True)) + "|.", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_BACK = (
    *(("ou", "ου"), ("ai", "αι"), ("ei", "ει"), ("oi", "οι"), ("mp", "μπ"), ("nt", "ντ")),
    *(("gk", "γκ"), ("th", "θ"), ("ks", "ξ"), ("ps", "ψ"), ("ch", "χ"), ("ph", "φ")),
    *zip("abgdezh8iklmn3oprstyfxwuvjcq", "αβγδεζηθικλμνξοπρστυφχωυβξκκ", strict=True),
)


def in_latin_letters(text: str, chance: random.Random) -> str:
    """One person's spelling: whoever writes w for ω once, always does."""
    habit = {greek: chance.choice(ways.split()) for greek, ways in _WRITTEN.items()}
    letters = plain(text).replace("σ ", "s ")
    return "".join(habit.get(p, _PLAIN.get(p, p)) for p in _PIECES.findall(letters))


class Spellings:
    """The words of the training sentences, to write a folded Greek word as Greeks do."""

    def __init__(self, greek: dict[str, str], latin: Iterable[str]) -> None:
        self.greek = greek
        self.latin = frozenset(latin)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Spellings":
        written: dict[str, Counter[str]] = {}
        latin = Counter[str]()
        for word in (word for text in texts for word in _WORD.findall(text.casefold())):
            if is_greek(word):
                written.setdefault(fold(word), Counter())[word] += 1
            else:
                latin[fold(word)] += 1
        greek = {folded: ways.most_common(1)[0][0] for folded, ways in written.items()}
        shared = {folded: ways.total() for folded, ways in written.items() if folded in latin}
        mostly_greek = {folded for folded, times in shared.items() if times > 3 * latin[folded]}
        return cls(greek, latin.keys() - mostly_greek)

    def restored(self, text: str) -> str:
        """Greek with its accents; Greeklish in Greek letters; anything else as it is."""
        if is_greek(text) or self._is_greeklish(text):
            return _WORD.sub(lambda word: self._greek(word.group()), text.casefold())
        return text

    def _is_greeklish(self, text: str) -> bool:
        words = [fold(word) for word in _WORD.findall(text) if not word.isdigit()]
        greek = sum(word in self.greek and word not in self.latin for word in words)
        latin = sum(word in self.latin and word not in self.greek for word in words)
        return greek > latin

    def _greek(self, word: str) -> str:
        known = self.greek.get(fold(word))
        if known or word.isdigit() or is_greek(word):
            return known or word
        if fold(word) in self.latin:
            return word
        for latin, greek in _BACK:
            word = word.replace(latin, greek)
        return word
