"""A text as words with meanings of time; what means nothing of the kind stays as a bare word."""

import re
from dataclasses import dataclass, field

from dialogue.entries import Kind
from dialogue.folding import plain
from dialogue.vocabulary import Meanings, spelling, table

_LONGEST = 5  # words in one entry of the vocabulary
_PIECE = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?(?!\d)|\d{1,2}[:h]\d{2}|\d{1,2}h\b|\d+(?:st|nd|rd|th|η)\b"
    r"|\d+(?=[ap]\.?m\b|[πμ]\.?μ\b|hs?\b|m\b|min|ish\b|μισ|mis[ih]|')|[\w']+|,|[-–]"
)
_DOTTED = re.compile(r"\b([apπμ])\. ?([mμ])\b\.?")


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    meanings: Meanings = field(default_factory=dict)

    def has(self, *kinds: Kind) -> bool:
        return any(kind in self.meanings for kind in kinds)

    def number(self) -> int | None:
        """A count, or an hour without minutes."""
        value = self.meanings.get(Kind.NUMBER)
        return value if isinstance(value, int) else None

    def pair(self, kind: Kind) -> tuple[int, int] | None:
        """Hour and minute of a CLOCK or a NUMBER such as οκτώμισι; day and month of a date."""
        value = self.meanings.get(kind)
        return (value[0], value[1]) if isinstance(value, tuple) else None

    def size(self, kind: Kind) -> int:
        """The value of a unit, a month or a count of days."""
        value = self.meanings[kind]
        if not isinstance(value, int):
            raise TypeError(f"{self.word} has no size as {kind}")
        return value


def tokens(text: str, language: str) -> list[Token]:
    dotless = _DOTTED.sub(r"\1\2", plain(text))
    spelled = spelling(language)
    pieces = _PIECE.findall(dotless)
    words = [piece if piece[0].isdigit() else spelled(piece) for piece in pieces]
    known, found, at = table(language), list[Token](), 0
    while at < len(words):
        size = next((n for n in range(_LONGEST, 0, -1) if tuple(words[at : at + n]) in known), 1)
        part = tuple(words[at : at + size])
        found.append(Token(" ".join(part), known.get(part) or _digits(part[0])))
        at += size
    return found


def _digits(word: str) -> Meanings:
    if re.fullmatch(r"\d{1,2}", word):
        return {Kind.NUMBER: int(word)}
    if re.fullmatch(r"0\d{3}|1\d[0-5]\d|2[0-3][0-5]\d", word):
        return {Kind.CLOCK: (int(word[:2]), int(word[2:]))}
    if re.fullmatch(r"\d{1,2}h", word):
        return {Kind.CLOCK: (int(word[:-1]), 0)}
    if ordinal := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|η)", word):
        return {Kind.ORDINAL: int(ordinal[1])}
    numbers = [int(number) for number in re.findall(r"\d+", word)]
    if len(numbers) < 2:
        return {}
    meanings: Meanings = {}
    if re.fullmatch(r"\d{4}-.*", word):
        return {Kind.SLASHED: (numbers[2], numbers[1])}
    if ":" in word or "h" in word or re.fullmatch(r"([01]?\d|2[0-3])\.[0-5]\d", word):
        meanings[Kind.CLOCK] = (numbers[0], numbers[1])
    if "/" in word or "." in word or "-" in word:
        meanings[Kind.SLASHED] = (numbers[0], numbers[1])
    return meanings
