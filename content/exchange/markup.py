"""Our markup as HTML, and the little of HTML that our markup can say."""

import html
import re
from html.parser import HTMLParser

_BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*", re.DOTALL)
_ITALIC = re.compile(r"\*(\S(?:.*?\S)?)\*", re.DOTALL)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCKS = {"p", "div", "ul", "ol"}
_SILENT = {"span", "br", "li", *_MARKS, *_BLOCKS}


def to_html(text: str) -> str:
    """Paragraphs, bullets, bold and italic; everything else is escaped."""
    return "".join(map(_block, re.split(r"\n\s*\n", text.strip())))


def _block(block: str) -> str:
    parts: list[str] = []
    for bullets, lines in _runs(block.splitlines()):
        if bullets:
            rows = "".join(f"<li>{_inline(line[2:])}</li>" for line in lines)
            parts.append(f"<ul>{rows}</ul>")
        else:
            parts.append(f"<p>{'<br/>'.join(map(_inline, lines))}</p>")
    return "".join(parts)


def _runs(lines: list[str]) -> list[tuple[bool, list[str]]]:
    runs: list[tuple[bool, list[str]]] = []
    for line in lines:
        bullet = line.startswith("- ")
        if not runs or runs[-1][0] != bullet:
            runs.append((bullet, []))
        runs[-1][1].append(line)
    return runs


def _inline(line: str) -> str:
    safe = _BOLD.sub(r"<b>\1</b>", html.escape(line, quote=False))
    return _ITALIC.sub(r"<i>\1</i>", safe)


def from_html(text: str) -> str:
    """Raises ValueError for a tag that has no counterpart: a picture, a link, a table."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            raise ValueError(f"<{tag}> has no place in our texts: take it out")
        if tag in _MARKS:
            self.parts.append(_MARKS[tag])
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag == "br":
            self.parts.append("\n")
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            self.parts.append(_MARKS[tag])
        elif tag in _BLOCKS:
            self.parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(" ".join(f"x{data}x".split())[1:-1])
