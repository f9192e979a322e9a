"""Ids name things for ever, so each one is said once, and files are named by them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from content.document import Document
from content.finding import Finding
from content.loader import Loaded
from content.plain_yaml import Location
from content.schema.questions import Match, PutInOrder, SeveralChoice, SingleChoice


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def duplicate_ids(loaded: Loaded) -> Iterator[Finding]:
    yield from _repeated("the course", _course_ids(loaded))
    for lesson in loaded.files.lessons:
        written = lesson.content
        screens = [
            *_ids(lesson, written.cards, "cards"),
            *_ids(lesson, written.questions, "questions"),
        ]
        yield from _repeated("this lesson", screens)
        yield from _repeated("the sources", _ids(lesson, written.sources, "sources"))
        for position, question in enumerate(written.questions):
            at = ("questions", position)
            match question:
                case SingleChoice() | SeveralChoice():
                    ids = _ids(lesson, question.options, *at, "options")
                case PutInOrder():
                    ids = _ids(lesson, question.items, *at, "items")
                case Match():
                    ids = _ids(lesson, question.pairs, *at, "pairs")
                case _:
                    continue
            yield from _repeated("this question", ids)
    for scenario in loaded.files.scenarios:
        nodes = [
            *_ids(scenario, scenario.content.decisions, "decisions"),
            *_ids(scenario, scenario.content.endings, "endings"),
        ]
        yield from _repeated("this scenario", nodes)
        yield from _repeated("the sources", _ids(scenario, scenario.content.sources, "sources"))
        for position, decision in enumerate(scenario.content.decisions):
            choices = _ids(scenario, decision.choices, "decisions", position, "choices")
            yield from _repeated("this decision", choices)


def misnamed_files(loaded: Loaded) -> Iterator[Finding]:
    files = loaded.files
    documents: tuple[Document[Any], ...] = (*files.lessons, *files.scenarios)
    for document in documents:
        id = document.content.id
        if id != document.path.stem:
            message = f"the id is {id}, but the file is named {document.path.stem}: make them one"
            yield document.finding(message, "id")
    for subunit in files.subunits:
        id, folder = subunit.subunit.content.id, subunit.subunit.path.parent.name
        if id != folder:
            message = f"the id is {id}, but the folder is named {folder}: make them one"
            yield subunit.subunit.finding(message, "id")


def unlisted_files(loaded: Loaded) -> Iterator[Finding]:
    for subunit in loaded.files.subunits:
        for path in subunit.strays:
            message = f"{subunit.subunit.path} does not list this file: list it or remove it"
            yield Finding(path, 1, message)


_Place = tuple[str, Document[Any], Location]


def _course_ids(loaded: Loaded) -> Iterator[_Place]:
    files = loaded.files
    yield from _ids(files.outline, files.outline.content.modules, "modules")
    for subunit in files.subunits:
        documents: tuple[Document[Any], ...] = (*subunit.lessons, subunit.scenario)
        for document in (subunit.subunit, *documents):
            yield document.content.id, document, ("id",)


def _ids(document: Document[Any], parts: Sequence[_Named], *at: str | int) -> Iterator[_Place]:
    for position, part in enumerate(parts):
        yield part.id, document, (*at, position, "id")


def _repeated(where: str, places: Iterable[_Place]) -> Iterator[Finding]:
    first: dict[str, Finding] = {}
    for id, document, at in places:
        place = document.finding("", *at)
        if id in first:
            earlier = f"{first[id].path}:{first[id].line}"
            message = f"the id {id} is already used in {where}, at {earlier}: choose another"
            yield document.finding(message, *at)
        first.setdefault(id, place)
