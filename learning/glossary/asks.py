"""What one may ask of the glossary."""

from dataclasses import dataclass
from typing import ClassVar

from learning.ask import Ask, Right
from learning.glossary import outcomes as o


@dataclass(frozen=True, slots=True)
class ExplainTerm(Ask[o.TermExplained | o.TermsShown]):
    """`term` is a glossary id; typed words become ids in dialogue/terms.py."""

    right: ClassVar[Right] = Right.PERSON
    term: str


@dataclass(frozen=True, slots=True)
class OfferTerms(Ask[o.TermsOffered]):
    """Typed words that fit several terms, or none: which one was meant?"""

    right: ClassVar[Right] = Right.PERSON
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShowTerms(Ask[o.TermsShown]):
    """A page of the list, from 0."""

    right: ClassVar[Right] = Right.PERSON
    page: int = 0
