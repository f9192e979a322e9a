"""What is taught: course, modules, subunits, lessons and cards.

Every id is written by the author, never a position, and never reused (promise 10).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from learning.course.questions import Question
from learning.course.words import Words


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from. `citation` stands in the source's own language.

    `country` is an ISO 3166 code in small letters, "eu" or "int"; law has an `expires`.
    """

    id: str
    citation: str
    country: str
    checked: date
    url: str | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """One screen of reading. With a `country` it is a country note, shown only there."""

    id: str
    text: Words
    sources: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """One idea for tomorrow's desk: 3–5 cards, 1–3 questions and one thing to try today."""

    id: str
    title: Words
    competences: tuple[str, ...]
    sectors: tuple[str, ...]
    cards: tuple[Card, ...]
    questions: tuple[Question, ...]
    try_today: Words
    sources: tuple[Source, ...] = ()

    def cards_for(self, country: str | None) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.country in (None, country))


@dataclass(frozen=True, slots=True)
class Subunit:
    """`lessons` and `scenario` are ids."""

    id: str
    title: Words
    competences: tuple[str, ...]
    lessons: tuple[str, ...]
    scenario: str


@dataclass(frozen=True, slots=True)
class Module:
    id: str
    title: Words
    subunits: tuple[Subunit, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """`languages` starts with the source language. `competences` and `sectors` map id → name."""

    id: str
    title: Words
    licence: str
    languages: tuple[str, ...]
    competences: Mapping[str, Words]
    sectors: Mapping[str, Words]
    modules: tuple[Module, ...]

    def subunits(self) -> tuple[Subunit, ...]:
        return tuple(subunit for module in self.modules for subunit in module.subunits)
