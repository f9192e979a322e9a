"""Questions of other people's files as our authors write them.

What is missing there, such as the feedback to an option, stays empty: the check names the line.
"""

import re
from collections.abc import Iterable
from typing import Any, assert_never

import yaml

from content.exchange.quiz import (
    CannotKeep,
    Choice,
    Entry,
    Matching,
    Numeric,
    Short,
    TrueFalse,
)

Written = dict[str, Any]
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORT_ID = re.compile(r"[a-z0-9-]{1,12}")


def write_questions(entries: Iterable[Entry]) -> tuple[str, tuple[CannotKeep, ...]]:
    """The `questions:` of a lesson's file, and what could not be kept."""
    written: list[Written] = []
    refused: list[CannotKeep] = []
    for entry in entries:
        try:
            fields = _fields(entry)
        except CannotKeep as cannot:
            refused.append(cannot)
        else:
            taken = {question["id"] for question in written}
            written.append({"id": _id(entry.name, taken), **fields})
    text = yaml.safe_dump({"questions": written}, sort_keys=False, allow_unicode=True, width=10_000)
    return text, tuple(refused)


def _id(name: str, taken: set[str]) -> str:
    last = name.rpartition(".")[2]
    if _SHORT_ID.fullmatch(last) and last not in taken:
        return last
    return next(id for number in range(1, 10_000) if (id := f"q{number}") not in taken)


def _fields(entry: Entry) -> Written:
    start = {"prompt": entry.prompt or None}
    end = {"reason": entry.reason or None}
    match entry.body:
        case Choice():
            middle = _choice(entry, entry.body)
        case TrueFalse(answer, if_true, if_false):
            said = {"if_true": if_true or None, "if_false": if_false or None}
            middle = {"kind": "true_false", "answer": answer, **said}
        case Short():
            middle = _short(entry, entry.body)
        case Numeric():
            middle = _numeric(entry, entry.body)
        case Matching():
            middle = _matching(entry, entry.body)
        case _:
            assert_never(entry.body)
    kind = {"kind": middle.pop("kind")}
    return {**kind, **start, **middle, **end}


def _choice(entry: Entry, choice: Choice) -> Written:
    rights = [answer for answer in choice.answers if answer.share > 0]
    if not rights or len(choice.answers) < 2:
        raise CannotKeep(entry.line, "a choice needs two answers, and a right one among them")
    if len({round(answer.share) for answer in rights}) > 1:
        raise CannotKeep(entry.line, "partial credit: with us an answer is right or wrong")
    if choice.single and len(rights) > 1:
        raise CannotKeep(entry.line, "several right answers where one may be picked")
    if choice.single and round(rights[0].share) != 100:
        raise CannotKeep(entry.line, "no answer is worth the whole question")
    options = [
        {
            "id": _letter(entry, at),
            "text": answer.text,
            **({"right": True} if answer in rights else {}),
            "feedback": answer.feedback or None,
        }
        for at, answer in enumerate(choice.answers)
    ]
    return {"kind": "single" if choice.single else "several", "options": options}


def _short(entry: Entry, short: Short) -> Written:
    rights = [answer for answer in short.answers if answer.share > 0]
    others = [answer for answer in short.answers if answer.share <= 0]
    if any(round(answer.share) != 100 for answer in rights) or not rights:
        raise CannotKeep(entry.line, "partial credit: with us a word is accepted or not")
    if any("*" in answer.text or "|" in answer.text for answer in rights):
        raise CannotKeep(entry.line, "a * or | in an accepted word: write the words out")
    if any(answer.text != "*" for answer in others):
        raise CannotKeep(entry.line, "feedback to one wrong word: we have one for all others")
    other = others[0].feedback if others else ""
    accepted = " | ".join(answer.text for answer in rights)
    return {"kind": "text", "accepted": accepted, "if_other": other or None}


def _numeric(entry: Entry, numeric: Numeric) -> Written:
    rights = [span for span in numeric.spans if span.share > 0]
    if len(rights) != 1 or round(rights[0].share) != 100:
        raise CannotKeep(entry.line, "several right ranges: with us a number has one")
    (right,) = rights
    answer, tolerance = (right.least + right.most) / 2, (right.most - right.least) / 2
    lower = _said(numeric, lambda span: span.most <= right.least)
    higher = _said(numeric, lambda span: span.least >= right.most)
    return {
        "kind": "number",
        "answer": _number(answer),
        "tolerance": _number(tolerance),
        "if_lower": lower or numeric.otherwise or None,
        "if_higher": higher or numeric.otherwise or None,
    }


def _said(numeric: Numeric, beside: Any) -> str:
    return next((it.feedback for it in numeric.spans if it.share <= 0 and beside(it)), "")


def _number(value: float) -> int | float:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def _matching(entry: Entry, matching: Matching) -> Written:
    if len(matching.pairs) < 2:
        raise CannotKeep(entry.line, "one pair is too little to match: it needs two")
    if len({right for _, right in matching.pairs}) < len(matching.pairs):
        raise CannotKeep(entry.line, "two pairs have the same right side: we could not tell them")
    if any(not left or not right for left, right in matching.pairs):
        raise CannotKeep(entry.line, "a pair without a left or right side: take it out")
    if matching.ordered:
        placed = sorted(matching.pairs, key=lambda pair: int(pair[0]))
        items = [{"id": _letter(entry, at), "text": it[1]} for at, it in enumerate(placed)]
        return {"kind": "order", "items": items}
    pairs = [
        {"id": _letter(entry, at), "left": left, "right": right}
        for at, (left, right) in enumerate(matching.pairs)
    ]
    return {"kind": "match", "pairs": pairs}


def _letter(entry: Entry, at: int) -> str:
    if at >= len(_LETTERS):
        raise CannotKeep(entry.line, f"more than {len(_LETTERS)} answers")
    return _LETTERS[at]
