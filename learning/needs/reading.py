"""A typed text as an answer: a number, a letter, or words in any language of the bot. Pure.

It is read at once and not kept; of a text in one's own words only categories remain.
"""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from enum import StrEnum

from learning.course.words import Words
from learning.lessons.grading import fold
from learning.lessons.numbers import read_number, spelled_number
from learning.needs.answers import CONFIRMED, OFTEN, Answer
from learning.needs.asking import Place
from learning.needs.questionnaire import (
    Fact,
    Grid,
    Known,
    Number,
    Option,
    Question,
    Questionnaire,
    Scale,
    Several,
    ShortText,
    Single,
)

ALPHABETS = ("abcdefghijkl", "αβγδεζηθικλμ")  # what the languages of the bot call A, B, C
LEAST_LIKENESS = 0.85
SHORTEST_LIKE = 4  # letters: of shorter words one letter is too much
_BETWEEN = re.compile(r"[,;.+&/\n]+|\b(?:and|και|y)\b")
_NUMBERS = re.compile(r"\d+")


class Wish(StrEnum):
    """What may be typed at every question."""

    SKIP = "skip"
    BACK = "back"
    DONE = "done"


_WISHES: Mapping[Wish, tuple[str, ...]] = {
    Wish.SKIP: ("skip", "pass", "παράλειψη", "παραλείπω", "επόμενη", "saltar", "omitir"),
    Wish.BACK: ("back", "go back", "πίσω", "atrás", "volver"),
    Wish.DONE: ("done", "ready", "next", "έτοιμο", "τέλος", "listo", "hecho", "siguiente"),
}
_DENIALS = {"no", "not", "nobody", "ουτε", "δεν", "κανενασ", "καμια", "ninguno", "ninguna", "nadie"}
_YES = ("yes", "right", "correct", "ok", "ναι", "σωστά", "σωστό", "εντάξει", "sí", "correcto")


def wish_in(text: str) -> Wish | None:
    said = fold(text)
    return next((wish for wish, all in _WISHES.items() if said in map(fold, all)), None)


def read(text: str, place: Place, questionnaire: Questionnaire) -> Answer | None:
    """The answer that `text` gives at `place`; None when it can't be told. Of a short text the
    categories that it seems to be about, perhaps none."""
    question = place.question
    match question:
        case Single():
            return _one(text, _options(question.options), counted=True)
        case Several():
            return _some(text, _options(question.options))
        case Scale():
            return _one(text, _options(questionnaire.scales[question.scale]), counted=True)
        case Grid():
            scale = question.often if place.column == OFTEN else question.hard
            return _one(text, _options(questionnaire.scales[scale]), counted=True)
        case Number():
            return _band(text, question)
        case ShortText():
            return _about(text, question) if fold(text) else None
        case Known():
            return CONFIRMED if fold(text) in ("1", *map(fold, _YES)) else None


def fact_in(text: str, question: Question | None) -> Fact | None:
    """What of the known is to be changed, by the number of its button: the first one confirms."""
    if not isinstance(question, Known):
        return None
    return {str(at): fact for at, fact in enumerate(question.facts, start=2)}.get(fold(text))


Texts = Sequence[tuple[str, Words]]


def _options(options: Sequence[Option]) -> Texts:
    return [(option.id, option.text) for option in options]


def named(text: str, texts: Texts, *, counted: bool) -> str | None:
    """The option whose text, letter or, if `counted`, number was typed, or one much like it."""
    said = fold(text)
    words = {fold(words): id for id, every in texts for words in every.every()}
    if said in words:
        return words[said]
    ids = [id for id, _ in texts]
    signs = {name: id for names in ALPHABETS for name, id in zip(names, ids, strict=False)}
    if counted:
        signs |= {str(number): id for number, id in enumerate(ids, start=1)}
    return signs.get(said) or _within(said, words) or _like(said, words)


def _within(said: str, words: Mapping[str, str]) -> str | None:
    """A part that only one of them has: "degree" of "A university degree"; not of a denial."""
    spoken = set(said.split())
    if spoken & _DENIALS or max(map(len, spoken), default=0) < SHORTEST_LIKE:
        return None
    found = {id for each, id in words.items() if spoken <= set(each.split())}
    return found.pop() if len(found) == 1 else None


def _like(said: str, words: Mapping[str, str]) -> str | None:
    """Only what has as many words: "not sure" is no spelling of "sure"."""
    if len(said) < SHORTEST_LIKE:
        return None
    same = [each for each in words if each.count(" ") == said.count(" ")]
    near = {words[each] for each in get_close_matches(said, same, n=3, cutoff=LEAST_LIKENESS)}
    return near.pop() if len(near) == 1 else None


def _one(text: str, texts: Texts, *, counted: bool) -> Answer | None:
    found = named(text, texts, counted=counted)
    return (found,) if found else None


def _some(text: str, texts: Texts) -> Answer | None:
    """All that "1, 3" or "letters and visits" names; None when any part of it names nothing."""
    whole = named(text, texts, counted=True)
    if whole:
        return (whole,)
    parts = [part for part in _BETWEEN.split(text.casefold()) if part.strip()]
    if len(parts) == 1 and all(_NUMBERS.fullmatch(each) for each in parts[0].split()):
        parts = parts[0].split()
    found = {named(part, texts, counted=True) for part in parts}
    if None in found or not found:
        return None
    return tuple(id for id, _ in texts if id in found)


def _band(text: str, question: Number) -> Answer | None:
    """By the words of a band, else by the one number in the text."""
    found = named(text, [(band.id, band.text) for band in question.bands], counted=False)
    if found:
        return (found,)
    number = read_number(text)
    if number is None:
        number = _only_number(text)
    if number is None or not 0 <= number <= (question.most or number):
        return None
    return ([band.id for band in question.bands if band.least <= number][-1],)


def _only_number(text: str) -> float | None:
    """Of "about 7 years" or "seven, more or less"; None where it is denied or not the only one."""
    digits, words = _NUMBERS.findall(text), fold(text).split()
    if digits:
        return float(digits[0]) if len(digits) == 1 and len(digits[0]) < 9 else None
    return None if _DENIALS & set(words) else spelled_number(words)


def _about(text: str, question: ShortText) -> Answer:
    """The categories of which a hint begins a word of the text."""
    said = f" {fold(text)}"
    return tuple(
        category.id
        for category in question.categories
        if any(
            f" {hint}" in said
            for every in category.hints.every()
            for hint in map(fold, every.split("|"))
            if hint
        )
    )
