"""Texts fit the screen: our own limits in the source, Telegram's in every language."""

import re
from collections.abc import Callable, Iterator, Sequence

from content.checker.asking import asking_texts
from content.checker.shown import TELEGRAM, Shown, lesson_texts, scenario_texts
from content.finding import Finding
from content.loader import Loaded

Measure = Callable[[str], int]
_MARKUP = re.compile(r"\*+")


def plain_length(text: str) -> int:
    """The length in UTF-16 units, as Telegram counts, once the markup is taken out."""
    return len(_MARKUP.sub("", text).encode("utf-16-le")) // 2


def limits(measure: Measure) -> Callable[[Loaded], Iterator[Finding]]:
    """The rule for texts that are `measure(text)` long once rendered."""

    def rule(loaded: Loaded) -> Iterator[Finding]:
        languages = loaded.course.languages
        for lesson in loaded.files.lessons:
            for shown in lesson_texts(loaded.lessons[lesson.content.id]):
                for fault in _faults(shown, languages, measure):
                    yield lesson.finding(fault, *shown.at)
        for scenario in loaded.files.scenarios:
            for shown in scenario_texts(loaded.scenarios[scenario.content.id]):
                for fault in _faults(shown, languages, measure):
                    yield scenario.finding(fault, *shown.at)
        if (asking := loaded.asking) is not None:
            for shown in asking_texts(asking):
                for fault in _faults(shown, languages, measure):
                    yield asking.document.finding(fault, *shown.at)

    return rule


def _faults(shown: Shown, languages: Sequence[str], measure: Measure) -> Iterator[str]:
    source, *others = languages
    length = _length(shown, source, measure)
    if length > shown.most:
        yield f"{shown.name} has {length} characters: cut it to {shown.most}"
    if length < shown.least:
        yield f"{shown.name} has {length} characters: it needs {shown.least}"
    for language in others:
        length = _length(shown, language, measure)
        if length > TELEGRAM:
            yield f"{shown.name} has {length} characters in {language}: cut it to {TELEGRAM}"


def _length(shown: Shown, language: str, measure: Measure) -> int:
    return measure("\n\n".join(words.for_reader(language) for words in shown.words))
