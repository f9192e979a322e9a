"""Texts are short: our own limits, in the source language."""

import re
from collections.abc import Iterator

from content.checker.asking import asking_texts
from content.checker.shown import Shown, lesson_texts, scenario_texts
from content.finding import Finding
from content.loader import Loaded

_MARKUP = re.compile(r"\*+")


def limits(loaded: Loaded) -> Iterator[Finding]:
    language = loaded.course.languages[0]
    for lesson in loaded.files.lessons:
        for shown in lesson_texts(loaded.lessons[lesson.content.id]):
            for fault in _faults(shown, language):
                yield lesson.finding(fault, *shown.at)
    for scenario in loaded.files.scenarios:
        for shown in scenario_texts(loaded.scenarios[scenario.content.id]):
            for fault in _faults(shown, language):
                yield scenario.finding(fault, *shown.at)
    if (asking := loaded.asking) is not None:
        for shown in asking_texts(asking):
            for fault in _faults(shown, language):
                yield asking.document.finding(fault, *shown.at)


def _faults(shown: Shown, language: str) -> Iterator[str]:
    text = "\n\n".join(words.for_reader(language) for words in shown.words)
    length = len(_MARKUP.sub("", text))
    if length > shown.most:
        yield f"{shown.name} has {length} characters: cut it to {shown.most}"
    if length < shown.least:
        yield f"{shown.name} has {length} characters: it needs {shown.least}"
