"""What is true after an act on the glossary: ids alone, a screen finds the words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TermExplained:
    """`lesson_is_next`: the lesson that speaks of the term is the one this person would open."""

    term: str
    lesson_is_next: bool = False


@dataclass(frozen=True, slots=True)
class TermsOffered:
    """Known ids, the likeliest first; none when nothing is like the words."""

    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermsShown:
    """A page of the list in the reader's alphabet, from 0. `gone`: the term asked for is no
    longer there."""

    page: int
    gone: bool = False
