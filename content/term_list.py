"""The words we say and those we do not, one list per language, each with its reason."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from content.document import Document, read_document
from content.schema.fields import Part

Written = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Term(Part):
    """Say `say`, not one of `not_`, for this `reason`, found in `source`.

    A * in `not_` stands for the rest of a word. `quoted_in` names the texts (by their content id)
    that speak about the word itself; `except_in` are phrases in which it is right.
    """

    say: Written
    not_: Annotated[list[Written], Field(alias="not", min_length=1)]
    reason: Written
    source: Written
    quoted_in: list[Written] = []
    except_in: list[Written] = []


class TermList(Part):
    terms: Annotated[list[Term], Field(min_length=1)]


def term_list_path(root: Path, language: str) -> Path:
    return root / "terms" / f"{language}.yaml"


def read_term_list(root: Path, language: str) -> Document[TermList] | None:
    """None where nobody has begun one. Raises BrokenCourse."""
    path = term_list_path(root, language)
    return read_document(path, TermList) if path.exists() else None


def misused(term: Term, text: str) -> Iterator[str]:
    """The words of `text` that `term` speaks against, as the text writes them."""
    composed = unicodedata.normalize("NFC", text)
    plain = _folded(composed)
    for phrase in map(_folded, term.except_in):
        plain = plain.replace(phrase, " " * len(phrase))
    for avoided in term.not_:
        for found in _pattern(avoided).finditer(plain):
            yield composed[found.start() : found.end()]


@cache
def _folded(text: str) -> str:
    """Small letters without accents, one for each composed letter of `text`."""
    return "".join(_bare(letter) for letter in unicodedata.normalize("NFC", text))


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.lower())[0].replace("ς", "σ")


@cache
def _pattern(avoided: str) -> re.Pattern[str]:
    words = re.escape(_folded(avoided)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return re.compile(rf"\b{words}\b")
