"""The papers are whole: named by their files, translated, and true to the lessons' sources."""

from collections.abc import Iterator
from typing import Any

from content.checker.translations import faults_of, unused_in
from content.document import Document
from content.finding import Finding
from content.loader import Loaded


def misnamed_resources(loaded: Loaded) -> Iterator[Finding]:
    documents: tuple[Document[Any], ...] = (*loaded.papers.forms, *loaded.papers.summaries)
    for document in documents:
        id, name = document.content.id, document.path.stem
        if id != name:
            yield document.finding(f"the id is {id}, but the file is {name}: make them one", "id")


def missing_summaries(loaded: Loaded) -> Iterator[Finding]:
    """A course that has papers has one for each subunit."""
    if not loaded.papers.resources:
        return
    for files in loaded.files.subunits:
        id = files.subunit.content.id
        if id not in loaded.papers.resources:
            yield files.subunit.finding(f"{id} has no summary: write resources/summaries/{id}.yaml")


def unknown_sources_of_summaries(loaded: Loaded) -> Iterator[Finding]:
    known = {
        f"{lesson.id}.{source.id}"
        for lesson in loaded.lessons.values()
        for source in lesson.sources
    }
    for summary in loaded.papers.summaries:
        for position, name in enumerate(summary.content.sources):
            if name not in known:
                message = f"no lesson has the source {name}: write <lesson>.<source>"
                yield summary.finding(message, "sources", position)


def untranslated_resources(loaded: Loaded) -> Iterator[Finding]:
    for catalogue in loaded.papers.catalogues:
        for text in loaded.papers.texts:
            yield from faults_of(catalogue, text)
        yield from unused_in(catalogue, loaded.papers.texts)
