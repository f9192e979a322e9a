"""What a reader gets fits into one message of Telegram, in every language."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from content.finding import Finding
from content.loader import Loaded

LONGEST, LONGEST_CAPTION = 4096, 1024  # UTF-16 units, once the markup has become entities
_TAG = re.compile(r"</?[a-z][^>]*>")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A whole screen in Telegram's HTML, made for the text `context`, its buttons left out.
    `beside_file` says that it stands below a paper or picture."""

    context: str
    language: str
    html: str
    beside_file: bool = False

    @property
    def limit(self) -> int:
        return LONGEST_CAPTION if self.beside_file else LONGEST


Render = Callable[[Loaded], Iterable[Rendered]]
"""All screens of a course, in all its languages."""


def overlong_screens(render: Render) -> Callable[[Loaded], Iterator[Finding]]:
    def rule(loaded: Loaded) -> Iterator[Finding]:
        every = (*loaded.texts, *loaded.papers.texts, *loaded.glossary.texts)
        texts = {text.context: text for text in every}
        for screen in render(loaded):
            length = shown_length(screen.html)
            if length > screen.limit:
                text = texts[screen.context]
                message = f"{screen.context} makes a message of {length} characters"
                fault = f"{message} in {screen.language}: cut it to {screen.limit} in all"
                yield Finding(text.path, text.line, fault)

    return rule


def shown_length(markup: str) -> int:
    """How many UTF-16 units Telegram counts in a message of this HTML."""
    return len(html.unescape(_TAG.sub("", markup)).encode("utf-16-le")) // 2
