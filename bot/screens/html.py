"""Telegram's HTML: what is safe to show, and how course text is marked up."""

import html
import re


class Html(str):
    """A text that is safe already: escaped where its values were put in."""

    __slots__ = ()


_BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*", re.DOTALL)
_ITALIC = re.compile(r"\*(\S(?:.*?\S)?)\*", re.DOTALL)
_BULLET = re.compile(r"^- ", re.MULTILINE)


def escape(value: object) -> Html:
    return value if isinstance(value, Html) else Html(html.escape(str(value), quote=False))


def marked_up(text: str) -> Html:
    """Course text: **bold**, *italic*, "- " at the start of a line."""
    safe = escape(text.strip())
    safe = Html(_BOLD.sub(r"<b>\1</b>", safe))
    return Html(_BULLET.sub("• ", _ITALIC.sub(r"<i>\1</i>", safe)))


def unmarked(text: str) -> str:
    """Course text for a place that knows no markup, such as a button."""
    return _ITALIC.sub(r"\1", _BOLD.sub(r"\1", text.strip()))


def bold(value: object) -> Html:
    return Html(f"<b>{escape(value)}</b>")


def italic(value: object) -> Html:
    return Html(f"<i>{escape(value)}</i>")


def link(value: object, url: str) -> Html:
    return Html(f'<a href="{html.escape(url)}">{escape(value)}</a>')


def folded(value: object) -> Html:
    """Three lines that unfold at a tap."""
    return Html(f"<blockquote expandable>{escape(value)}</blockquote>")


def paragraphs(*blocks: object) -> Html:
    """Blocks with an empty line between them; empty ones are left out."""
    return Html("\n\n".join(escape(block) for block in blocks if block))


def lines(*rows: object) -> Html:
    return Html("\n".join(escape(row) for row in rows if row))
