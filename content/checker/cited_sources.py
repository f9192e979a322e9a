"""Every fact names a source that the file explains, and law is looked at again in time."""

from collections.abc import Callable, Iterator
from datetime import date

from content.document import Document
from content.finding import Finding
from content.loader import Loaded
from content.schema.lesson import Lesson, Source
from content.schema.scenario import Scenario


def unknown_sources(loaded: Loaded) -> Iterator[Finding]:
    for lesson in loaded.files.lessons:
        for number, card in enumerate(lesson.content.cards):
            yield from _unknown(lesson, card.sources, "cards", number)
    for scenario in loaded.files.scenarios:
        for number, ending in enumerate(scenario.content.endings):
            yield from _unknown(scenario, ending.sources, "endings", number)


def disagreeing_sources(loaded: Loaded) -> Iterator[Finding]:
    """A source is repeated in each file that cites it; all copies must say the same."""
    first: dict[str, tuple[Source, Finding]] = {}
    for document in _citing(loaded):
        for number, source in enumerate(document.content.sources):
            place = document.finding("", "sources", number)
            known, where = first.setdefault(source.id, (source, place))
            if known != source:
                message = f"the source {source.id} says something else at {where.path}:{where.line}"
                yield document.finding(f"{message}: make them one", "sources", number, warning=True)


def expired_law(today: date) -> Callable[[Loaded], Iterator[Finding]]:
    def rule(loaded: Loaded) -> Iterator[Finding]:
        for document in _citing(loaded):
            for number, source in enumerate(document.content.sources):
                if source.expires and source.expires < today:
                    message = f"the source {source.id} expired on {source.expires}: check it again"
                    yield document.finding(message, "sources", number, "expires", warning=True)

    return rule


def _citing(loaded: Loaded) -> tuple[Document[Lesson] | Document[Scenario], ...]:
    return (*loaded.files.lessons, *loaded.files.scenarios)


def _unknown(
    document: Document[Lesson] | Document[Scenario], cited: list[str], *at: str | int
) -> Iterator[Finding]:
    known = {source.id for source in document.content.sources}
    for position, id in enumerate(cited):
        if id not in known:
            message = f"the source {id} is not under `sources` of this file: add it there"
            yield document.finding(message, *at, "sources", position)
