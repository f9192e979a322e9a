"""Loads the papers: forms and summaries as their files say them, joined with their translations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from content.catalogue import Catalogue, read_catalogue
from content.document import Document, read_document
from content.finding import BrokenCourse, Finding
from content.join import Joiner, Text
from content.schema.fields import Part
from content.schema.resource import Form, Summary
from learning.course.model import Course, Lesson, Source
from learning.course.words import Words
from learning.resources.model import Block, BlockKind, Resource, ResourceKind

DOMAIN = "resources"
FORMS, SUMMARIES = Path(DOMAIN) / "forms", Path(DOMAIN) / "summaries"

Written = TypeVar("Written", bound=Part)
_FORM = TypeAdapter(Resource)
_BLOCK = TypeAdapter(Block)


@dataclass(frozen=True, slots=True)
class LoadedResources:
    """`resources` by id, the forms first, then the summaries as the course goes through them.
    `texts` are all translated texts."""

    forms: tuple[Document[Form], ...] = ()
    summaries: tuple[Document[Summary], ...] = ()
    catalogues: tuple[Catalogue, ...] = ()
    texts: tuple[Text, ...] = ()
    resources: Mapping[str, Resource] = field(default_factory=dict)


def load_resources(root: Path, course: Course, lessons: Mapping[str, Lesson]) -> LoadedResources:
    """Reads `resources/` under `root`; a course without that folder has none.

    Raises BrokenCourse when a file cannot be read; other faults are the checker's to find.
    """
    titles = {subunit.id: subunit.title for subunit in course.subunits()}
    broken: list[Finding] = []
    forms = _read_all((root / FORMS).glob("*.yaml"), Form, broken)
    summaries = _read_all((root / SUMMARIES).glob("*.yaml"), Summary, broken)
    broken += [_no_subunit(it) for it in summaries if it.content.id not in titles]
    if broken:
        raise BrokenCourse(broken)
    if not forms and not summaries:
        return LoadedResources()
    places = list(titles)
    summaries = tuple(sorted(summaries, key=lambda it: places.index(it.content.id)))
    source_language, *others = course.languages
    catalogues = tuple(read_catalogue(root, language, DOMAIN) for language in others)
    joiner = Joiner(source_language, catalogues)
    joined = [_FORM.validate_python(joiner.part(it, it.content, it.content.id)) for it in forms]
    joined += [_summary(joiner, it, titles[it.content.id], lessons) for it in summaries]
    by_id = {resource.id: resource for resource in joined}
    return LoadedResources(forms, summaries, catalogues, tuple(joiner.texts), by_id)


def _read_all(
    paths: Iterable[Path], schema: type[Written], broken: list[Finding]
) -> tuple[Document[Written], ...]:
    documents: list[Document[Written]] = []
    for path in sorted(paths):
        try:
            documents.append(read_document(path, schema))
        except BrokenCourse as error:
            broken.extend(error.findings)
    return tuple(documents)


def _no_subunit(summary: Document[Summary]) -> Finding:
    message = f"{summary.content.id} is not a subunit of the course: name the summary after one"
    return summary.finding(message, "id")


def _summary(
    joiner: Joiner, document: Document[Summary], title: Words, lessons: Mapping[str, Lesson]
) -> Resource:
    """Its two lists become blocks whose headings are the same on every summary."""
    joined = joiner.part(document, document.content, document.content.id)
    blocks = (
        {"id": "remember", "kind": BlockKind.POINTS, "items": joined["remember"]},
        {"id": "phrases", "kind": BlockKind.PHRASES, "items": joined["phrases"]},
    )
    return Resource(
        id=document.content.id,
        kind=ResourceKind.SUMMARY,
        title=title,
        purpose=_words(joined["purpose"]),
        keywords=_words(joined["keywords"]),
        blocks=tuple(_BLOCK.validate_python(block) for block in blocks),
        subunit=document.content.id,
        sources=tuple(_cited(document.content.sources, lessons)),
    )


def _words(value: object) -> Words:
    if not isinstance(value, Words):
        raise TypeError("a translated text is joined to words")
    return value


def _cited(names: Iterable[str], lessons: Mapping[str, Lesson]) -> Iterable[Source]:
    """The sources as their lessons explain them; a name that is none is left to the checker."""
    known = {
        f"{lesson.id}.{source.id}": source
        for lesson in lessons.values()
        for source in lesson.sources
    }
    return (known[name] for name in names if name in known)
