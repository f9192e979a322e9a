"""Finding papers by words: without accents and case, and near spellings count. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache

from learning.course.words import Words
from learning.lessons.grading import fold
from learning.resources.model import Resource

SHORTEST_WORD = 3  # shorter ones ("a", "de", "το") are in every text
ALIKE = 0.8  # of 1, by difflib's ratio: one wrong letter in six
NAMED, SAID = 3.0, 1.0  # a word of the title or keywords weighs more than one of the text
NEAR_BEST = 0.6
MOST = 6


def find(words: str, resources: Iterable[Resource]) -> tuple[str, ...]:
    """The ids of those that say most of `words`, in any language, the likeliest first.

    A word weighs less the more papers say it, so that "checklist" alone never outdoes
    "interpreter".
    """
    wanted = _words(words)
    matches = {each.id: _match(wanted, each) for each in resources}
    rarity = {word: 1 / max(1, sum(word in it for it in matches.values())) for word in wanted}
    scores = {
        id: sum(weight * rarity[word] for word, weight in match.items())
        for id, match in matches.items()
    }
    best = max(scores.values(), default=0.0)
    good = [id for id, score in scores.items() if score and score >= NEAR_BEST * best]
    return tuple(sorted(good, key=lambda id: -scores[id])[:MOST])


def _match(wanted: Iterable[str], resource: Resource) -> Mapping[str, float]:
    """How strongly the paper says each of the words; those it does not say are left out."""
    named = {word for words in (resource.title, resource.keywords) for word in _in(words)}
    said = {word for words in _texts(resource) for word in _in(words)}
    found: dict[str, float] = {}
    for word in wanted:
        if likeness := _likeness(word, named):
            found[word] = NAMED * likeness
        elif likeness := _likeness(word, said):
            found[word] = SAID * likeness
    return found


def _texts(resource: Resource) -> Iterator[Words]:
    yield resource.purpose
    for block in resource.blocks:
        yield from (words for words in (block.title, block.text) if words)
        yield from (item.text for item in block.items)


def _likeness(word: str, known: set[str]) -> float:
    """1 for the word itself, less for one that begins alike or is spelled nearly so, else 0."""
    if word in known:
        return 1.0
    return max((_alike(word, each) for each in known if each[:1] == word[:1]), default=0.0)


def _alike(one: str, other: str) -> float:
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return ratio * ratio if ratio >= ALIKE else 0.0


def _in(words: Words) -> set[str]:
    return {word for text in words.every() for word in _words_of_paper(text)}


@cache
def _words_of_paper(text: str) -> tuple[str, ...]:
    """Folded once; what people type is never kept like this."""
    return _words(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in fold(text).split() if len(word) >= SHORTEST_WORD))
