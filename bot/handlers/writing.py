"""A message as it was written: its text with the formatting that Telegram made of it."""

import re
from collections.abc import Sequence

from telegram import MessageEntity

from learning.written import Mark, Span, Written

_MARKS = {mark.value: mark for mark in Mark}
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def written(text: str, entities: Sequence[MessageEntity]) -> Written:
    """Offsets are counted in UTF-16 units by Telegram and in characters by us; what we do not
    take over, and links to anything but the web, become plain text."""
    places = _places(text)
    spans = (_span(entity, places) for entity in entities)
    return Written(text, tuple(span for span in spans if span is not None))


def _span(entity: MessageEntity, places: Sequence[int]) -> Span | None:
    mark = _MARKS.get(entity.type)
    last = len(places) - 1
    start, stop = min(entity.offset, last), min(entity.offset + entity.length, last)
    if mark is None or not 0 <= start < stop:
        return None
    if mark is Mark.LINK:
        url = entity.url or ""
        return Span(mark, places[start], places[stop], url) if _WEB.fullmatch(url) else None
    return Span(mark, places[start], places[stop])


def _places(text: str) -> list[int]:
    """The character at each UTF-16 unit, and the end."""
    places: list[int] = []
    for at, sign in enumerate(text):
        places += [at] * (2 if ord(sign) > 0xFFFF else 1)
    return [*places, len(text)]
