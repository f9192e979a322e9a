"""Writes GIFT, the text format for Moodle's questions (docs.moodle.org, GIFT format)."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from content.exchange.quiz import (
    ORDER,
    Answer,
    Choice,
    Entry,
    Matching,
    Numeric,
    Short,
    Span,
    TrueFalse,
)

_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"} | {"\n": "\\n"})


def write_gift(entries: Iterable[Entry], category: str) -> str:
    return "\n\n".join([f"$CATEGORY: {category}", *map(_question, entries)]) + "\n"


def _question(entry: Entry) -> str:
    tag = f" [tag:{ORDER}]" if isinstance(entry.body, Matching) and entry.body.ordered else ""
    return "\n".join(
        [
            f"// [id:{entry.name}]{tag}",
            f"::{_safe(entry.name)}::[markdown]{_safe(entry.prompt)}{{",
            *_answers(entry),
            f"####{_safe(entry.reason)}",
            "}",
        ]
    )


def _answers(entry: Entry) -> Iterator[str]:
    match entry.body:
        case Choice(single, answers):
            yield from (_option(answer, single) for answer in answers)
        case TrueFalse(answer, if_true, if_false):
            wrong, right = (if_false, if_true) if answer else (if_true, if_false)
            yield f"{'TRUE' if answer else 'FALSE'}#{_safe(wrong)}#{_safe(right)}"
        case Short(answers):
            yield from (f"={_share(it.share)}{_safe(it.text)}{_feedback(it)}" for it in answers)
        case Numeric(spans, otherwise):
            yield "#"
            yield from (_span(span) for span in spans)
            if otherwise:
                yield f"~#{_safe(otherwise)}"
        case Matching(pairs):
            yield from (f"={_safe(left)} -> {_safe(right)}" for left, right in pairs)
        case _:
            assert_never(entry.body)


def _option(answer: Answer, single: bool) -> str:
    sign = "=" if single and answer.share > 0 else "~"
    share = "" if single else _share(answer.share)
    return f"{sign}{share}{_safe(answer.text)}{_feedback(answer)}"


def _span(span: Span) -> str:
    return f"={_share(span.share)}{_number(span.least)}..{_number(span.most)}{_feedback(span)}"


def _share(share: float) -> str:
    return "" if share == 100 else f"%{_number(share)}%"


def _feedback(answer: Answer | Span) -> str:
    return f"#{_safe(answer.feedback)}" if answer.feedback else ""


def _number(value: float) -> str:
    """At most five decimals, as Moodle lists its shares."""
    return f"{value:.5f}".rstrip("0").rstrip(".")


def _safe(text: str) -> str:
    return text.strip().translate(_ESCAPED)
