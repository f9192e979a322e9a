"""Facts of the course whose sources are to be looked at again. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from learning.course.curriculum import Curriculum
from learning.course.model import Source
from learning.course.words import Words


@dataclass(frozen=True, slots=True)
class ExpiredFact:
    """`places` are titles of what cites the source."""

    source: Source
    expired: date
    places: tuple[Words, ...]


def expired_facts(curriculum: Curriculum, today: date) -> tuple[ExpiredFact, ...]:
    """Each source once, the longest expired first. On its last day a source still holds."""
    found: dict[tuple[date, str], tuple[Source, dict[str, Words]]] = {}
    for source, id, title in _cited(curriculum):
        if source.expires is not None and source.expires < today:
            # Terms and papers know a lesson's source by another id: the citation is the same.
            _, places = found.setdefault((source.expires, source.citation), (source, {}))
            places[id] = title
    return tuple(
        ExpiredFact(source, expired, tuple(places.values()))
        for (expired, _), (source, places) in sorted(found.items(), key=lambda each: each[0])
    )


def _cited(curriculum: Curriculum) -> Iterator[tuple[Source, str, Words]]:
    """(source, id and title of what cites it)"""
    for lesson in curriculum.lessons.values():
        yield from ((source, lesson.id, lesson.title) for source in lesson.sources)
    for scenario in curriculum.scenarios.values():
        yield from ((source, scenario.id, scenario.title) for source in scenario.sources)
    for term in curriculum.glossary.values():
        noted = (source for note in term.notes for source in note.sources)
        yield from ((source, term.id, term.name) for source in (*term.sources, *noted))
    for resource in curriculum.resources.values():
        yield from ((source, resource.id, resource.title) for source in resource.sources)
