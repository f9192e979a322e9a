"""Typed words → terms of the glossary: "τι σημαίνει επικουρική", "empadronamiento?", "amka"."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from difflib import SequenceMatcher
from functools import cache

from dialogue.folding import fold
from learning.glossary.model import Term

LONGEST_TEXT = 200  # characters looked at
ALIKE = 0.84  # of 1, by difflib's ratio: one wrong letter in six
SHORTEST_ALIKE = 5
STEM = 4  # letters of a word that endings never touch
_ENDING = "aeiousn"
_WORD = re.compile(r"[^\W_]+")

Spelling = tuple[str, ...]
Forms = Mapping[Spelling, Set[str]]


def terms_in(text: str, glossary: Mapping[str, Term], hint: str | None = None) -> tuple[str, ...]:
    """The ids of the terms that `text` names, in its order; then what comes close.

    Call it where the intent is `explain_term`, or nothing was understood:
    `terms_in(text, curriculum.glossary, understanding.first("term"))`. One id → ExplainTerm(id);
    several → OfferTerms(ids); none → OfferTerms(()), which says so and leads to the list.

    Case, accents, Greek in Latin letters and endings do not count, and near spellings do. `hint`
    is Rasa's value for the term; it counts only where the words name none.
    """
    forms = _forms(glossary.values())
    words = _as_spelled(text, forms)
    named = tuple(dict.fromkeys(_named(words, forms)))
    if named:
        return named
    hinted = (hint or "").replace("_", "-")
    return (hinted,) if hinted in glossary else _partly(words, forms)


def terms_spelled(text: str, glossary: Mapping[str, Term]) -> tuple[str, ...]:
    """The terms of which the whole text is the name."""
    forms = _forms(glossary.values())
    return tuple(sorted(forms.get(_as_spelled(text, forms), ())))


def terms_alone(text: str, glossary: Mapping[str, Term]) -> tuple[str, ...]:
    """The same where nobody said that a word is to be explained: half of a name at the least."""
    forms = _forms(glossary.values())
    words = _as_spelled(text, forms)
    named = tuple(dict.fromkeys(_named(words, forms)))
    halves = {form: ids for form, ids in forms.items() if 2 * len({*form} & {*words}) >= len(form)}
    return named or _partly(words, halves)


def _forms(terms: Iterable[Term]) -> Forms:
    """Every spelling in stems, with the terms that it names."""
    found: dict[Spelling, set[str]] = {}
    for term in terms:
        for spelling in term.spellings():
            for stems in _stems_of(spelling):
                found.setdefault(stems, set()).add(term.id)
    return found


@cache
def _stems_of(spelling: str) -> frozenset[Spelling]:
    """Folded once; what people type is never kept like this. A name with a remark in brackets is
    known with it, without it, and by the remark alone."""
    remarks = re.findall(r"\((.*?)\)", spelling)
    bare = re.sub(r"\(.*?\)", " ", spelling)
    return frozenset(stems for form in (spelling, bare, *remarks) if (stems := _stems(form)))


def _as_spelled(text: str, forms: Forms) -> Spelling:
    known = {word for form in forms for word in form}
    return tuple(_as_known(word, known) for word in _stems(text[:LONGEST_TEXT]))


def _as_known(word: str, known: Set[str]) -> str:
    """The known word that is spelled nearly so, else the word itself."""
    if word in known or len(word) < SHORTEST_ALIKE:
        return word
    alike = [(_likeness(word, each), each) for each in known if each[:1] == word[:1]]
    likeness, nearest = max(alike, default=(0.0, word))
    return nearest if likeness >= ALIKE else word


def _likeness(word: str, known: str) -> float:
    matcher = SequenceMatcher(None, word, known, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE else 0.0


def _named(words: Spelling, forms: Forms) -> Iterator[str]:
    """At each place the longest spelling that stands there."""
    longest = max(map(len, forms), default=0)
    at = 0
    while at < len(words):
        lengths = range(min(longest, len(words) - at), 0, -1)
        length = next((n for n in lengths if words[at : at + n] in forms), 0)
        yield from sorted(forms[words[at : at + length]]) if length else ()
        at += length or 1


def _partly(words: Spelling, forms: Forms) -> tuple[str, ...]:
    """The terms of which most words are said: "protection" alone may be any of three."""
    said = {
        id: len(set(words) & set(form))
        for form, ids in forms.items()
        for id in ids
        if set(words) & {word for word in form if len(word) > STEM}
    }
    return tuple(sorted(said, key=lambda id: -said[id]))


def _stems(text: str) -> Spelling:
    # "A.M.K.A." is one word.
    plain = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", text)
    return tuple(_stem(fold(word)) for word in _WORD.findall(plain))


def _stem(word: str) -> str:
    return word[:STEM] + word[STEM:].rstrip(_ENDING)
