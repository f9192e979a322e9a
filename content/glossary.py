"""Loads the glossary: terms as their files say them, joined with their translations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from content.catalogue import Catalogue, read_catalogue
from content.document import Document, read_document
from content.finding import BrokenCourse, Finding
from content.join import Joiner, Text
from content.schema.glossary import Term as WrittenTerm
from content.schema.glossary import Theme
from learning.course.model import Course, Lesson, Source
from learning.glossary.model import Term

DOMAIN = "glossary"
_TERM = TypeAdapter(Term)


@dataclass(frozen=True, slots=True)
class LoadedGlossary:
    """`terms` by id, theme by theme. `texts` are all translated texts."""

    themes: tuple[Document[Theme], ...] = ()
    catalogues: tuple[Catalogue, ...] = ()
    texts: tuple[Text, ...] = ()
    terms: Mapping[str, Term] = field(default_factory=dict)


def load_glossary(root: Path, course: Course, lessons: Mapping[str, Lesson]) -> LoadedGlossary:
    """Reads `glossary/` under `root`; a course without that folder has none.

    Raises BrokenCourse when a file cannot be read; other faults are the checker's to find.
    """
    themes = _read_all(sorted((root / DOMAIN).glob("*.yaml")))
    if not themes:
        return LoadedGlossary()
    source_language, *others = course.languages
    catalogues = tuple(read_catalogue(root, language, DOMAIN) for language in others)
    joiner = Joiner(source_language, catalogues)
    terms = {
        written.id: _term(joiner, theme, number, written, lessons)
        for theme in themes
        for number, written in enumerate(theme.content.terms)
    }
    return LoadedGlossary(themes, catalogues, tuple(joiner.texts), terms)


def known_sources(theme: Theme, lessons: Mapping[str, Lesson]) -> Mapping[str, Source]:
    """What a term of the theme may cite, by the name that it writes."""
    own = {source.id: Source(**source.model_dump()) for source in theme.sources}
    return own | {
        f"{lesson.id}.{source.id}": source
        for lesson in lessons.values()
        for source in lesson.sources
    }


def _read_all(paths: Iterable[Path]) -> tuple[Document[Theme], ...]:
    documents: list[Document[Theme]] = []
    broken: list[Finding] = []
    for path in paths:
        try:
            documents.append(read_document(path, Theme))
        except BrokenCourse as error:
            broken.extend(error.findings)
    if broken:
        raise BrokenCourse(broken)
    return tuple(documents)


def _term(
    joiner: Joiner,
    theme: Document[Theme],
    number: int,
    written: WrittenTerm,
    lessons: Mapping[str, Lesson],
) -> Term:
    """Sources that nobody explains are left to the checker."""
    known = known_sources(theme.content, lessons)
    joined: dict[str, Any] = joiner.part(theme, written, written.id, ("terms", number))
    return _TERM.validate_python(
        {
            **joined,
            "sources": _cited(written.sources, known),
            "notes": [
                {**note, "sources": _cited(note["sources"], known)} for note in joined["notes"]
            ],
        }
    )


def _cited(names: Iterable[str], known: Mapping[str, Source]) -> list[Source]:
    return [known[name] for name in names if name in known]
