"""The selection checklist is whole: something for each who looks, each id once, translated."""

from collections.abc import Iterator

from content.checker.translations import faults_of, unused_in
from content.finding import Finding
from content.loader import Loaded
from learning.mentoring.matching.checklist import Who

LONGEST_ITEM = 140
"""Characters, in every language."""


def faults_of_selection(loaded: Loaded) -> Iterator[Finding]:
    if loaded.selection is None:
        return
    document, checklist = loaded.selection.document, loaded.selection.checklist
    for who in Who:
        if not checklist.of(who):
            yield document.finding(f"nothing is there for the {who}: write an item", "items")
    seen: set[str] = set()
    for number, item in enumerate(checklist.items):
        if item.id in seen:
            message = f"the id {item.id} is used twice: choose another"
            yield document.finding(message, "items", number, "id")
        seen.add(item.id)
        longest = max(map(len, item.text.every()))
        if longest > LONGEST_ITEM:
            message = f"text has {longest} characters: cut it to {LONGEST_ITEM}"
            yield document.finding(message, "items", number, "text")


def untranslated_selection(loaded: Loaded) -> Iterator[Finding]:
    if loaded.selection is None:
        return
    for catalogue in loaded.selection.catalogues:
        for text in loaded.selection.texts:
            yield from faults_of(catalogue, text)
        yield from unused_in(catalogue, loaded.selection.texts)
