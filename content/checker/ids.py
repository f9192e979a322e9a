"""Ids name things for ever, so each is said once where it must be told from the others."""

from collections.abc import Iterable, Iterator
from typing import Any

from content.document import Document
from content.finding import Finding
from content.loader import Loaded
from content.plain_yaml import Location
from content.schema.fields import Part

_Named = tuple[str, Document[Any], Location]


def duplicate_ids(loaded: Loaded) -> Iterator[Finding]:
    """Modules, subunits, lessons and scenarios share one space; so do cards and questions."""
    yield from _repeated(_course_ids(loaded))
    documents: tuple[Document[Any], ...] = (*loaded.files.lessons, *loaded.files.scenarios)
    for document in documents:
        for family in _families(document, document.content, ()):
            yield from _repeated(family)


def _course_ids(loaded: Loaded) -> Iterator[_Named]:
    outline = loaded.files.outline
    for number, module in enumerate(outline.content.modules):
        yield module.id, outline, ("modules", number, "id")
    for subunit in loaded.files.subunits:
        documents: tuple[Document[Any], ...] = (*subunit.lessons, subunit.scenario)
        for document in (subunit.subunit, *documents):
            yield document.content.id, document, ("id",)


def _families(document: Document[Any], part: Part, at: Location) -> Iterator[list[_Named]]:
    """The parts that stand beside each other in `part`, the sources apart, and on down."""
    beside: list[_Named] = []
    for name in type(part).model_fields:
        value = getattr(part, name)
        parts = [it for it in value if isinstance(it, Part)] if isinstance(value, list) else []
        named = [
            (it.id, document, (*at, name, position, "id"))
            for position, it in enumerate(parts)
            if hasattr(it, "id")
        ]
        if name == "sources":
            yield named
        else:
            beside += named
        for position, it in enumerate(parts):
            yield from _families(document, it, (*at, name, position))
    yield beside


def _repeated(family: Iterable[_Named]) -> Iterator[Finding]:
    first: dict[str, Finding] = {}
    for id, document, at in family:
        place = document.finding("", *at)
        earlier = first.setdefault(id, place)
        if earlier is not place:
            where = f"{earlier.path}:{earlier.line}"
            yield document.finding(f"the id {id} is already used at {where}: choose another", *at)
