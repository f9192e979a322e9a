"""Nobody reads the same sentence twice."""

from collections.abc import Iterator

from content.checker.prose import prose
from content.finding import Finding
from content.join import Text
from content.loader import Loaded
from content.sentences import sentences, words

LEAST = 6  # words: "Choose all that apply." may come again


def repeated_sentences(loaded: Loaded) -> Iterator[Finding]:
    for language in loaded.course.languages:
        first: dict[tuple[str, ...], Text] = {}
        for text in prose(loaded):
            if language not in text.words.by_language:
                continue
            for sentence in sentences(text.words.by_language[language], language):
                spoken = tuple(words(sentence.casefold()))
                if len(spoken) < LEAST:
                    continue
                earlier = first.setdefault(spoken, text)
                if earlier is not text:
                    where = f"{earlier.path}:{earlier.line} ({earlier.context})"
                    message = f"“{sentence}” stands in {language} at {where} too: say it otherwise"
                    yield Finding(text.path, text.line, f"{text.context}: {message}")
