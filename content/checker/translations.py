"""Every text stands in every language, and says what its source says today."""

from collections import Counter
from collections.abc import Iterable, Iterator

from content.catalogue import Catalogue
from content.finding import Finding
from content.join import Text
from content.loader import Loaded

_UPDATE = "run `python -m content update`, then translate it in"


def untranslated(loaded: Loaded) -> Iterator[Finding]:
    """Texts without a translation, and translations that are fuzzy or of an older source."""
    for catalogue in loaded.catalogues:
        if not catalogue.translations:
            message = f"nothing is translated into {catalogue.language}: {_UPDATE} {catalogue.path}"
            yield loaded.files.outline.finding(message, "languages")
            continue
        for text in loaded.texts:
            yield from faults_of(catalogue, text)


def unused_entries(loaded: Loaded) -> Iterator[Finding]:
    for catalogue in loaded.catalogues:
        yield from unused_in(catalogue, loaded.texts)


def unused_in(catalogue: Catalogue, texts: Iterable[Text]) -> Iterator[Finding]:
    contexts = {text.context for text in texts}
    seen: Counter[str] = Counter()
    for translation in catalogue.translations:
        context = translation.context or "an entry without msgctxt"
        seen[context] += 1
        if translation.context not in contexts:
            message = f"{context} is no longer in the course: run `python -m content update`"
            yield Finding(catalogue.path, translation.line, message)
        elif seen[context] > 1:
            message = f"{context} is translated twice: remove one of the two"
            yield Finding(catalogue.path, translation.line, message)


def faults_of(catalogue: Catalogue, text: Text) -> Iterator[Finding]:
    translation = catalogue.find(text.context)
    if translation is None:
        message = f"{text.context} is not in {catalogue.language}: {_UPDATE} {catalogue.path}"
        yield Finding(text.path, text.line, message)
        return
    if not translation.text:
        fault = "has no translation yet: write it"
    elif translation.source != text.source:
        fault = f"differs from {text.path}:{text.line}: run `python -m content update`"
    elif translation.fuzzy:
        fault = "is marked fuzzy: look at it again and take the mark away"
    else:
        return
    yield Finding(catalogue.path, translation.line, f"{text.context} {fault}")
