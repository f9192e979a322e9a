"""What is wrong with the catalogues, as lines for a person."""

import string
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

from bot.locales.catalogues import languages
from bot.locales.extracting import TEMPLATE, extracted, read, written


def findings() -> list[str]:
    """One line for each fault; none when the catalogues are complete and fresh."""
    template = extracted()
    stale = not TEMPLATE.exists() or TEMPLATE.read_bytes() != written(template)
    found = ["bot.pot is stale: run python -m bot.locales update"] if stale else []
    for language in languages()[1:]:
        found += [f"{language}: {fault}" for fault in faults(template, read(language))]
    return found


def faults(template: Catalog, catalogue: Catalog) -> Iterator[str]:
    """What a catalogue lacks or has wrong, measured against the template."""
    for wanted in template:
        if not wanted.id:
            continue
        message = catalogue.get(wanted.id)
        if message is None:
            yield f"missing: {wanted.id!r}"
        else:
            yield from _faults_of(message, catalogue.num_plurals)


def _faults_of(message: Message, plurals: int) -> Iterator[str]:
    texts = _all(message.string)
    if message.fuzzy:
        yield f"fuzzy: {message.id!r}"
    if message.pluralizable and len(texts) != plurals:
        yield f"{len(texts)} plural forms instead of {plurals}: {message.id!r}"
    if not all(texts):
        yield f"not translated: {message.id!r}"
    elif not all(_fits(message, text) for text in texts):
        yield f"other placeholders than the source: {message.id!r}"


def _fits(message: Message, text: str) -> bool:
    """A plural form may write its number as a word; else the placeholders are the source's."""
    source = _all(message.id)[-1]
    free = {"n"} if message.pluralizable else set()
    return placeholders(text) - free == placeholders(source) - free


def _all(texts: object) -> tuple[str, ...]:
    """Babel gives one text, or the plural forms in a list or tuple."""
    return tuple(map(str, texts)) if isinstance(texts, (list, tuple)) else (str(texts or ""),)


def placeholders(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {"not a format"}
