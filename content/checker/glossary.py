"""The glossary is whole: each term once, of a lesson that is there, with sources, translated."""

from collections.abc import Callable, Iterator
from datetime import date

from content.checker.translations import faults_of, unused_in
from content.document import Document
from content.finding import Finding
from content.glossary import known_sources
from content.loader import Loaded
from content.schema.glossary import Term, Theme

LONGEST_NAME, LONGEST_MEANING, LONGEST_NOTE = 60, 450, 300
"""Characters, in every language."""

Place = tuple[Document[Theme], int, Term]


def repeated_terms(loaded: Loaded) -> Iterator[Finding]:
    first: dict[str, Finding] = {}
    for theme, number, term in _terms(loaded):
        place = theme.finding("", "terms", number, "id")
        earlier = first.setdefault(term.id, place)
        if earlier is not place:
            where = f"{earlier.path}:{earlier.line}"
            message = f"the term {term.id} is already at {where}: keep one"
            yield theme.finding(message, "terms", number, "id")


def unknown_lessons_of_terms(loaded: Loaded) -> Iterator[Finding]:
    for theme, number, term in _terms(loaded):
        if term.lesson not in loaded.lessons:
            message = f"{term.lesson} is no lesson: name the one that speaks of {term.id}"
            yield theme.finding(message, "terms", number, "lesson")


def unknown_sources_of_terms(loaded: Loaded) -> Iterator[Finding]:
    for theme, number, term in _terms(loaded):
        known = known_sources(theme.content, loaded.lessons)
        for cited in (term.sources, *(note.sources for note in term.notes)):
            for name in cited:
                if name not in known:
                    message = f"nobody explains the source {name}: write <lesson>.<source>"
                    yield theme.finding(message, "terms", number)


def expired_sources_of_terms(today: date) -> Callable[[Loaded], Iterator[Finding]]:
    """Those of lessons are told of at the lesson."""

    def rule(loaded: Loaded) -> Iterator[Finding]:
        for theme in loaded.glossary.themes:
            for number, source in enumerate(theme.content.sources):
                if source.expires and source.expires < today:
                    message = f"the source {source.id} expired on {source.expires}: check it again"
                    yield theme.finding(message, "sources", number, warning=True)

    return rule


def lengths_of_terms(loaded: Loaded) -> Iterator[Finding]:
    """In every language: so a term with its notes and sources always fits into a message."""
    for theme, number, written in _terms(loaded):
        term = loaded.glossary.terms[written.id]
        texts = (
            (term.name, LONGEST_NAME, ("name",)),
            (term.meaning, LONGEST_MEANING, ("meaning",)),
            *((n.text, LONGEST_NOTE, ("notes", at)) for at, n in enumerate(term.notes)),
        )
        for words, most, place in texts:
            longest = max(map(len, words.every()))
            if longest > most:
                message = f"{place[0]} has {longest} characters: cut it to {most}"
                yield theme.finding(message, "terms", number, *place)


def untranslated_terms(loaded: Loaded) -> Iterator[Finding]:
    for catalogue in loaded.glossary.catalogues:
        for text in loaded.glossary.texts:
            yield from faults_of(catalogue, text)
        yield from unused_in(catalogue, loaded.glossary.texts)


def _terms(loaded: Loaded) -> Iterator[Place]:
    for theme in loaded.glossary.themes:
        for number, term in enumerate(theme.content.terms):
            yield theme, number, term
