"""A choice can be answered rightly."""

from collections.abc import Iterator

from content.finding import Finding
from content.loader import Loaded
from content.schema.questions import SeveralChoice, SingleChoice


def right_options(loaded: Loaded) -> Iterator[Finding]:
    for lesson in loaded.files.lessons:
        for number, question in enumerate(lesson.content.questions):
            match question:
                case SingleChoice():
                    fault = _single(question)
                case SeveralChoice():
                    fault = _several(question)
                case _:
                    continue
            if fault:
                yield lesson.finding(fault, "questions", number, "options")


def _single(question: SingleChoice) -> str | None:
    if len(question.options) < 2:
        return "a single choice needs at least two options: add one"
    right = sum(option.right for option in question.options)
    return None if right == 1 else f"{right} options are right: a single choice needs exactly one"


def _several(question: SeveralChoice) -> str | None:
    if len(question.options) < 2:
        return "a choice of several needs at least two options: add one"
    if not any(option.right for option in question.options):
        return "no option is right: mark at least one with `right: true`"
    return None
