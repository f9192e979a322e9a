"""Options to tap: short ones stand on the buttons, long ones in the text behind a letter."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from bot.screens.html import Html, escape, lines
from bot.screens.screen import Button, Row, in_rows
from bot.screens.view import View
from learning.ask import Ask
from learning.course.words import Words

LONGEST_LABEL = 25  # characters that a phone shows on a button without cutting them
LETTERS_A_ROW = 6


@dataclass(frozen=True)
class Choices:
    """`texts` and `labels` by id, in the order shown; a lettered choice's label is its letter."""

    texts: Mapping[str, Html]
    labels: Mapping[str, str]
    lettered: bool

    def listing(self, ticked: Collection[str] = ()) -> Html | None:
        """The options as text; None when the buttons say them already."""
        if not self.lettered:
            return None
        rows = (
            Html(f"{'✓ ' if id in ticked else ''}<b>{self.labels[id]}</b>. {text}")
            for id, text in self.texts.items()
        )
        return lines(*rows)

    def name(self, id: str) -> Html:
        """An option as a sentence repeats it: "B. its text" or its text alone."""
        text = self.texts.get(id, Html())
        return Html(f"<b>{self.labels[id]}</b>. {text}") if self.lettered and text else text

    def without(self, ids: Collection[str]) -> "Choices":
        """What is left to choose from; letters stay as they are."""
        texts = {id: text for id, text in self.texts.items() if id not in ids}
        return Choices(texts, {id: self.labels[id] for id in texts}, self.lettered)

    def rows(self, ask: Callable[[str], Ask[Any]], ticked: Collection[str] = ()) -> tuple[Row, ...]:
        buttons = [
            Button(f"✓ {label}" if id in ticked else label, ask(id))
            for id, label in self.labels.items()
        ]
        return in_rows(buttons, LETTERS_A_ROW if self.lettered else 1)


def from_words(view: View, ids: tuple[str, ...], words: Mapping[str, Words]) -> Choices:
    """Lettered when a text is long in any language, so that all readers see the same layout."""
    shown = tuple(id for id in ids if id in words)
    texts = {id: view.course(words[id]) for id in shown}
    if all(len(text) <= LONGEST_LABEL for id in shown for text in words[id].every()):
        return Choices(texts, {id: view.plain(words[id]) for id in shown}, lettered=False)
    return Choices(texts, dict(zip(shown, _letters(view, len(shown)), strict=True)), lettered=True)


def from_labels(labels: Mapping[str, str]) -> Choices:
    return Choices({id: escape(label) for id, label in labels.items()}, labels, lettered=False)


def _letters(view: View, count: int) -> list[str]:
    # L10n: The first letters of your alphabet: they name the options A, B, C of a question.
    alphabet = view.label("ABCDEFGHIJKL")
    return [alphabet[at] if at < len(alphabet) else str(at + 1) for at in range(count)]
