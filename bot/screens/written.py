"""What somebody wrote, with its formatting, as Telegram's HTML."""

import html
from collections.abc import Sequence

from bot.screens.html import Html, escape
from learning.written import Mark, Span

_TAGS = {
    Mark.BOLD: "b",
    Mark.ITALIC: "i",
    Mark.UNDERLINE: "u",
    Mark.STRIKETHROUGH: "s",
    Mark.SPOILER: "tg-spoiler",
    Mark.CODE: "code",
    Mark.PRE: "pre",
    Mark.BLOCKQUOTE: "blockquote",
}


def formatted(text: str, spans: Sequence[Span]) -> Html:
    """Always well-formed: a span that leaves the one around it ends there."""
    ordered = sorted(spans, key=lambda span: (span.start, -span.stop))
    return Html(_within(text, ordered, 0, len(text)))


def _within(text: str, spans: Sequence[Span], start: int, stop: int) -> str:
    parts, at = [], start
    for position, span in enumerate(spans):
        first, last = max(span.start, at), min(span.stop, stop)
        if span.start < at or first >= last:
            continue  # inside one that is done, or beyond the end
        inner = [each for each in spans[position + 1 :] if first <= each.start < last]
        parts += [escape(text[at:first]), _opened(span), _within(text, inner, first, last)]
        parts.append(_closed(span))
        at = last
    return "".join([*parts, escape(text[at:stop])])


def _opened(span: Span) -> str:
    if span.mark is Mark.LINK:
        return f'<a href="{html.escape(span.url or "")}">'
    if span.mark is Mark.EXPANDABLE:
        return "<blockquote expandable>"
    return f"<{_TAGS[span.mark]}>"


def _closed(span: Span) -> str:
    if span.mark is Mark.LINK:
        return "</a>"
    return f"</{_TAGS.get(span.mark, 'blockquote')}>"
