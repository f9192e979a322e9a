"""Reads GIFT, the text format for Moodle's questions (docs.moodle.org, GIFT format)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from content.exchange.markup import from_html
from content.exchange.quiz import (
    ORDER,
    Answer,
    Body,
    CannotKeep,
    Choice,
    Entry,
    Matching,
    Numeric,
    Read,
    Short,
    Span,
    TrueFalse,
)

_SIGNS = "~=#{}:\\n"  # what a backslash may stand before; n is a new line
_ESCAPED = re.compile(rf"\\([{re.escape(_SIGNS)}])")
_HIDDEN = {sign: chr(0xE000 + place) for place, sign in enumerate(_SIGNS)}
_SHOWN = str.maketrans({hidden: "\n" if sign == "n" else sign for sign, hidden in _HIDDEN.items()})
_NAME = re.compile(r"::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]")
_TOKEN = re.compile(r"([=~])([^=~]*)")
_SHARE = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_TRUTH = re.compile(r"(TRUE|FALSE|T|F)\s*(?:#(.*))?", re.DOTALL)
_NUMBER = r"-?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"({_NUMBER})\s*\.\.\s*({_NUMBER})")
_AROUND = re.compile(rf"({_NUMBER})(?::({_NUMBER}))?")


def read_gift(text: str) -> Read:
    entries: list[Entry] = []
    refused: list[CannotKeep] = []
    for block in _blocks(text):
        try:
            entries.append(_Question(block).entry())
        except CannotKeep as cannot:
            refused.append(cannot)
        except ValueError as fault:
            refused.append(CannotKeep(block.line, str(fault)))
    return Read(tuple(entries), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Block:
    """A question's lines, with the remarks before and in it."""

    line: int
    text: str
    remarks: str


def _blocks(text: str) -> Iterator[_Block]:
    """Blank lines part the questions; lines with // and $CATEGORY belong to none."""
    lines: list[str] = []
    remarks: list[str] = []
    begins = 0
    for number, line in enumerate([*text.removeprefix("\ufeff").splitlines(), ""], start=1):
        if line.lstrip().startswith("//"):
            remarks.append(line)
        elif line.startswith("$CATEGORY"):
            continue
        elif line.strip():
            begins = begins or number
            lines.append(line)
        elif lines:
            yield _Block(begins, "\n".join(lines), "\n".join(remarks))
            lines, remarks, begins = [], [], 0


class _Question:
    def __init__(self, block: _Block) -> None:
        self._line = block.line
        self._remarks = block.remarks
        self._text = _ESCAPED.sub(lambda found: _HIDDEN[found[1]], block.text)
        self._html = False

    def entry(self) -> Entry:
        before, body, after = self._parted()
        named = _NAME.match(before.strip())
        prompt = before.strip()[named.end() :] if named else before
        known = re.search(r"\[id:([^\]]+)\]", self._remarks)
        self._html = bool((said := _FORMAT.match(prompt)) and said[1] == "html")
        blank = f"{prompt.rstrip()} _____ {after.strip()}" if after.strip() else prompt
        answers, _, reason = body.partition("####")
        return Entry(
            name=known[1] if known else self._shown(named[1]) if named else "",
            prompt=self._shown(blank.strip()),
            reason=self._shown(reason),
            body=self._body(answers.strip()),
            line=self._line,
        )

    def _parted(self) -> tuple[str, str, str]:
        before, opened, rest = self._text.partition("{")
        body, closed, after = rest.rpartition("}")
        if not opened:
            raise CannotKeep(self._line, "a text without answers { }: we have no such question")
        if not closed:
            raise CannotKeep(self._line, "the { is never closed: close it with }")
        if "{" in body or "{" in after:
            raise CannotKeep(self._line, "a second {: put a blank line between two questions")
        return before, body, after

    def _body(self, answers: str) -> Body:
        if not answers:
            raise CannotKeep(self._line, "an essay: we have no question that a person must mark")
        if truth := _TRUTH.fullmatch(answers):
            return self._truth(truth[1].startswith("T"), truth[2] or "")
        if answers.startswith("#"):
            return self._numeric(answers[1:].strip())
        tokens = [(sign, said) for sign, said in _TOKEN.findall(answers)]
        if not tokens or not answers.startswith(("=", "~")):
            raise CannotKeep(self._line, "no answer begins with = or ~")
        if all(sign == "=" and "->" in said for sign, said in tokens):
            return self._matching([said for _, said in tokens])
        read = [self._answer(sign, said) for sign, said in tokens]
        if all(sign == "=" for sign, _ in tokens):
            return Short(tuple(read))
        return Choice(any(sign == "=" for sign, _ in tokens), tuple(read))

    def _truth(self, answer: bool, feedback: str) -> TrueFalse:
        wrong, _, right = feedback.partition("#")
        said = (right, wrong) if answer else (wrong, right)
        return TrueFalse(answer, *map(self._shown, said))

    def _answer(self, sign: str, said: str) -> Answer:
        text, _, feedback = said.partition("#")
        share = _SHARE.match(text)
        worth = float(share[1]) if share else 100.0 if sign == "=" else 0.0
        shown = self._shown(text[share.end() :] if share else text)
        return Answer(shown, worth, self._shown(feedback))

    def _matching(self, pairs: list[str]) -> Matching:
        parted = (pair.partition("->") for pair in pairs)
        read = tuple((self._shown(left), self._shown(right)) for left, _, right in parted)
        numbered = sorted(left for left, _ in read) == sorted(map(str, range(1, len(read) + 1)))
        return Matching(read, ordered=numbered and f"[tag:{ORDER}]" in self._remarks)

    def _numeric(self, answers: str) -> Numeric:
        spans: list[Span] = []
        otherwise = ""
        for sign, said in _TOKEN.findall(answers) or [("=", answers)]:
            text, _, feedback = said.partition("#")
            if sign == "~":
                otherwise = self._shown(feedback)
                continue
            share = _SHARE.match(text)
            worth = float(share[1]) if share else 100.0
            least, most = self._ends(self._shown(text[share.end() :] if share else text))
            spans.append(Span(least, most, worth, self._shown(feedback)))
        return Numeric(tuple(spans), otherwise)

    def _ends(self, text: str) -> tuple[float, float]:
        if between := _RANGE.fullmatch(text):
            return float(between[1]), float(between[2])
        if around := _AROUND.fullmatch(text):
            value, tolerance = float(around[1]), float(around[2] or 0)
            return value - tolerance, value + tolerance
        raise CannotKeep(self._line, f"{text or 'nothing'} is not a number")

    def _shown(self, text: str) -> str:
        marked = _FORMAT.match(text)
        plain = (text[marked.end() :] if marked else text).translate(_SHOWN).strip()
        is_html = marked[1] == "html" if marked else self._html
        return from_html(plain) if is_html else plain
