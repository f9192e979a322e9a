"""A text as somebody wrote it, with its formatting."""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What of Telegram's formatting is taken over; everything else becomes plain text."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKETHROUGH = "strikethrough"
    SPOILER = "spoiler"
    CODE = "code"
    PRE = "pre"
    BLOCKQUOTE = "blockquote"
    EXPANDABLE = "expandable_blockquote"
    LINK = "text_link"


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to before `stop`, in characters; `url` is http(s), of a link only."""

    mark: Mark
    start: int
    stop: int
    url: str | None = None


class Written(str):
    """A typed text that remembers its formatting; whoever needs none takes it as the str it is."""

    __slots__ = ("spans",)
    spans: tuple[Span, ...]

    def __new__(cls, text: str, spans: tuple[Span, ...] = ()) -> "Written":
        written = super().__new__(cls, text)
        written.spans = spans
        return written


def units(text: str) -> int:
    """Its length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def spans_of(text: str) -> tuple[Span, ...]:
    return text.spans if isinstance(text, Written) else ()
