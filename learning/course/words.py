"""A piece of course text in every language it exists in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """`by_language` maps a language code ("en", "el", "es") to the text; never empty.

    The first language written is the source language, and the last resort of a reader.
    """

    by_language: Mapping[str, str]

    def for_reader(self, *languages: str) -> str:
        """The text in the first of `languages` that it exists in, else in its source language."""
        for language in languages:
            if language in self.by_language:
                return self.by_language[language]
        return next(iter(self.by_language.values()))

    def every(self) -> Iterator[str]:
        return iter(self.by_language.values())
