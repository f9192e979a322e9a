"""One department is one, however its name was typed: in capitals, without accents, by a machine
that writes an accent as a sign of its own."""

import unicodedata
from collections.abc import Iterable


class Spellings:
    """Names as they were first written."""

    def __init__(self, known: Iterable[str]) -> None:
        self._first: dict[str, str] = {}
        for name in known:
            self._first.setdefault(sameness(name), name)

    def first(self, name: str) -> str:
        """As it was written before, else as it is written here."""
        return self._first.setdefault(sameness(name), tidy(name))


def tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def sameness(name: str) -> str:
    """Without capitals, accents and final sigmas: equal for two spellings of one name."""
    parts = unicodedata.normalize("NFD", tidy(name).casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
