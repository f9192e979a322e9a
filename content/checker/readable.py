"""A tired person understands it at the first reading, in every language."""

from collections.abc import Iterator
from pathlib import Path

from content.checker.prose import prose
from content.finding import Finding
from content.join import Text
from content.loader import Loaded
from content.readability import FORMULAS, Range, readability
from content.sentences import words

PASSAGE = 40  # words: a shorter text has too few for any formula


def hard_to_read(loaded: Loaded) -> Iterator[Finding]:
    written: dict[Path, list[Text]] = {}
    for text in prose(loaded):
        written.setdefault(text.path, []).append(text)
    for language in loaded.course.languages:
        formula = FORMULAS.get(language)
        if formula is None:
            continue
        for path, texts in written.items():
            said = [text.words.by_language.get(language, "") for text in texts]
            yield from _faults(path, 1, "\n".join(said), language, formula.whole)
            for text, passage in zip(texts, said, strict=True):
                if len(words(passage)) >= PASSAGE:
                    yield from _faults(path, text.line, passage, language, formula.passage)


def _faults(path: Path, line: int, text: str, language: str, range: Range) -> Iterator[Finding]:
    score = readability(text, language)
    if score is not None and not range.least <= score <= range.most:
        points = f"{score:.0f} points ({FORMULAS[language].name}) in {language}"
        message = f"this reads at {points}: bring it between {range.least} and {range.most}"
        yield Finding(path, line, f"{message}, with other sentences or shorter words")
