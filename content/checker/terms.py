"""Each language keeps to its list of terms."""

from collections.abc import Iterator

from content.document import Document
from content.finding import Finding
from content.join import Text
from content.loader import Loaded
from content.term_list import Term, TermList, misused, term_list_path


def misused_terms(loaded: Loaded) -> Iterator[Finding]:
    for language in loaded.course.languages:
        terms = loaded.term_lists.get(language)
        if terms is None:
            path = term_list_path(loaded.files.root, language)
            message = f"{language} has no list of terms: write {path}"
            yield loaded.files.outline.finding(message, "languages")
            continue
        yield from _unknown_texts(loaded, terms)
        for text in loaded.texts:
            if language in text.words.by_language:
                yield from _faults(text, language, terms.content.terms)


def _faults(text: Text, language: str, terms: list[Term]) -> Iterator[Finding]:
    for term in terms:
        if text.context in term.quoted_in:
            continue
        for found in misused(term, text.words.by_language[language]):
            message = f"“{found}” in {language}: {term.reason}; say “{term.say}”"
            yield Finding(text.path, text.line, f"{text.context}: {message}")


def _unknown_texts(loaded: Loaded, terms: Document[TermList]) -> Iterator[Finding]:
    contexts = {text.context for text in loaded.texts}
    for number, term in enumerate(terms.content.terms):
        for position, context in enumerate(term.quoted_in):
            if context not in contexts:
                message = f"there is no text {context} in the course: mend or remove it"
                yield terms.finding(message, "terms", number, "quoted_in", position)
