"""Competences, sectors and branch targets must exist."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from content.document import Document
from content.finding import Finding
from content.loader import Loaded
from content.schema.scenario import Scenario


def unknown_references(loaded: Loaded) -> Iterator[Finding]:
    outline = loaded.files.outline.content
    for subunit in loaded.files.subunits:
        lessons_and_scenario: tuple[Document[Any], ...] = (*subunit.lessons, subunit.scenario)
        listed = subunit.subunit.content.competences
        yield from _unknown(subunit.subunit, "competences", listed, outline.competences)
        for document in lessons_and_scenario:
            listed = document.content.competences
            yield from _unknown(document, "competences", listed, outline.competences)
            yield from _unknown(document, "sectors", document.content.sectors, outline.sectors)
        yield from _unknown_targets(subunit.scenario)


def _unknown(
    document: Document[Any], key: str, named: Sequence[str], known: Collection[str]
) -> Iterator[Finding]:
    for position, id in enumerate(named):
        if id not in known:
            message = f"{id} is not one of the {key} in course.yaml: choose one of them"
            yield document.finding(message, key, position)


def _unknown_targets(scenario: Document[Scenario]) -> Iterator[Finding]:
    written = scenario.content
    decisions = {decision.id for decision in written.decisions}
    nodes = decisions | {ending.id for ending in written.endings}
    if written.start not in decisions:
        message = f"{written.start} is not a decision of this scenario: mend the id"
        yield scenario.finding(message, "start")
    for number, decision in enumerate(written.decisions):
        for place, choice in enumerate(decision.choices):
            for position, branch in enumerate(choice.leads):
                if branch.to not in nodes:
                    at = ("decisions", number, "choices", place, "leads", position, "to")
                    message = f"{branch.to} is neither a decision nor an ending here: mend the id"
                    yield scenario.finding(message, *at)
