"""Cuts a text into sentences and words, in any of our languages."""

import re
from functools import cache

_MARKUP = re.compile(r"\*+|^- ", re.MULTILINE)
_ENDS = {"el": ".!…;"}  # the Greek question mark is written as ;
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of `text` without its markup; each paragraph and bullet ends one.

    A mark ends a sentence only where the next word has a capital: "Art. 7" and "π.χ." go on.
    """
    ends = re.escape(_ENDS.get(language, ".!?…"))
    after_an_end = re.compile(rf"(?<=[{ends}])[\"”»’')]*\s+")
    return tuple(
        sentence.strip()
        for line in _MARKUP.sub("", text).splitlines()
        for sentence in _joined(after_an_end.split(line))
        if _WORD.search(sentence)
    )


@cache
def words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def _joined(pieces: list[str]) -> list[str]:
    joined = pieces[:1]
    for piece in pieces[1:]:
        first = next((sign for sign in piece if sign.isalnum()), "A")
        if first.isupper():
            joined.append(piece)
        else:
            joined[-1] += f" {piece}"
    return joined
