"""Joins what the author wrote with its translations, text by text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content.catalogue import Catalogue
from content.document import Document
from content.plain_yaml import Location
from content.schema.fields import Part, Translated
from learning.course.words import Words


@dataclass(frozen=True, slots=True)
class Text:
    """One translated text: its content id path, where the source stands, and all languages."""

    context: str
    source: str
    path: Path
    line: int
    words: Words


class Joiner:
    """Turns written parts into what learning's dataclasses are made of.

    `texts` are all texts joined so far, in the order of joining.
    """

    def __init__(self, source_language: str, catalogues: Sequence[Catalogue]) -> None:
        self._source_language = source_language
        self._catalogues = catalogues
        self.texts: list[Text] = []

    def part(
        self, document: Document[Any], part: Part, context: str, at: Location = ()
    ) -> dict[str, object]:
        """The fields of `part` by name, which stands at `at`; each text became its Words.

        A part's context is its parent's and its own id: "<lesson>.<question>.<option>".
        """
        fields: dict[str, object] = {}
        for name, field in type(part).model_fields.items():
            value = getattr(part, name)
            if value is not None and any(isinstance(mark, Translated) for mark in field.metadata):
                fields[name] = self.words(document, value, f"{context}.{name}", (*at, name))
            elif isinstance(value, list):
                fields[name] = tuple(
                    self._item(document, item, context, (*at, name, position))
                    for position, item in enumerate(value)
                )
            else:
                fields[name] = value
        return fields

    def words(self, document: Document[Any], source: str, context: str, at: Location) -> Words:
        """`source` in all languages it exists in, its own first; a fuzzy one is still used."""
        by_language = {self._source_language: source}
        for catalogue in self._catalogues:
            translation = catalogue.find(context)
            if translation and translation.text:
                by_language[catalogue.language] = translation.text
        words = Words(by_language)
        line = document.finding("", *at).line
        self.texts.append(Text(context, source, document.path, line, words))
        return words

    def _item(self, document: Document[Any], item: object, context: str, at: Location) -> object:
        if not isinstance(item, Part):
            return item
        id = getattr(item, "id", None)
        return self.part(document, item, f"{context}.{id}" if id else context, at)
