"""`**`, `*` and `- ` are the only markup, and a translation carries as much of it."""

import re
from collections import Counter
from collections.abc import Iterator

from content.finding import Finding
from content.loader import Loaded

_FOREIGN = (
    (re.compile(r"`"), "a backtick"),
    (re.compile(r"(?<!\w)_+[^\s_][^_\n]*_+(?!\w)"), "emphasis with _"),
    (re.compile(r"~~"), "~~"),
    (re.compile(r"\*{3,}"), "more than two * in a row"),
    (re.compile(r"^\s*#+\s", re.MULTILINE), "a heading with #"),
    (re.compile(r"^\s*[*+•]\s", re.MULTILINE), "a bullet that is not -"),
    (re.compile(r"\[[^\]\n]+\]\([^)\n]*\)"), "a link"),
    (re.compile(r"</?[A-Za-z][^<>\n]*>|&#?\w+;"), "HTML"),
)
_BULLET = re.compile(r"^- ", re.MULTILINE)
_PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sd]")


def foreign_markup(loaded: Loaded) -> Iterator[Finding]:
    for text in loaded.texts:
        for fault in foreign_markup_in(text.source):
            yield Finding(text.path, text.line, fault)
        for catalogue in loaded.catalogues:
            translation = catalogue.find(text.context)
            if translation:
                for fault in foreign_markup_in(translation.text):
                    yield Finding(catalogue.path, translation.line, f"{text.context}: {fault}")


def unlike_translations(loaded: Loaded) -> Iterator[Finding]:
    for text in loaded.texts:
        for catalogue in loaded.catalogues:
            translation = catalogue.find(text.context)
            if not translation or not translation.text or translation.source != text.source:
                continue
            for fault in unlike_marks(text.source, translation.text):
                yield Finding(catalogue.path, translation.line, f"{text.context}: {fault}")


def unlike_marks(source: str, translated: str) -> Iterator[str]:
    wanted, found = _marks(source), _marks(translated)
    for mark in sorted(wanted.keys() | found.keys()):
        if wanted[mark] != found[mark]:
            counts = f"{mark} stands {wanted[mark]} times in the source"
            yield f"{counts}, here {found[mark]} times: mend it"


def foreign_markup_in(text: str) -> Iterator[str]:
    for pattern, name in _FOREIGN:
        if pattern.search(text):
            yield f"{name} is no markup of ours: use **bold**, *italic* and bullets with `- `"
    for line in text.splitlines():
        if line.count("**") % 2:
            yield "a ** is not closed on its line: close it"
        elif line.replace("**", "").count("*") % 2:
            yield "a * is not closed on its line: close it"


def _marks(text: str) -> Counter[str]:
    return Counter(
        {
            "**": text.count("**"),
            "*": text.replace("**", "").count("*"),
            "the bullet": len(_BULLET.findall(text)),
            **Counter(_PLACEHOLDER.findall(text)),
        }
    )
