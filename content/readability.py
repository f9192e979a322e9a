"""How easily a text reads: one published formula for each language.

None of them is a judge of good prose. They notice what a tired eye passes over: sentences that
have grown, and words that have.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from content.sentences import sentences, words


@dataclass(frozen=True, slots=True)
class Range:
    """In the points of a formula; both ends belong to it."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Formula:
    """`score(words, sentences)`, both not empty, and where its points must lie.

    `whole` is for a lesson or a scenario, `passage` for one longer text in it, which may hold the
    full name of an authority. The hard ends are ours, a little beyond our own course as it was
    measured on 22 November 2026 (hardest lesson: en 63, es 67, el 40); the easy ones are what the
    formula can reach, since nothing is too easy for a tired reader.
    """

    name: str
    source: str
    score: Callable[[Sequence[str], int], float]
    whole: Range
    passage: Range


@cache
def readability(text: str, language: str) -> float | None:
    """The score of `text` in its language's formula; None without a formula or a sentence."""
    formula = FORMULAS.get(language)
    sentence_count = len(sentences(text, language))
    return formula.score(words(text), sentence_count) if formula and sentence_count else None


def flesch(found: Sequence[str], sentence_count: int) -> float:
    """From 0, very hard, to 100, very easy; 60 to 70 is plain English."""
    syllables = sum(map(english_syllables, found))
    return 206.835 - 1.015 * len(found) / sentence_count - 84.6 * syllables / len(found)


def szigriszt(found: Sequence[str], sentence_count: int) -> float:
    """From 0, very hard, to 100, very easy; on the INFLESZ scale 55 to 65 is normal."""
    syllables = sum(map(spanish_syllables, found))
    return 206.835 - 62.3 * syllables / len(found) - len(found) / sentence_count


def lix(found: Sequence[str], sentence_count: int) -> float:
    """From 20, very easy, to 60, very hard: words a sentence, and per cent of long words."""
    long = sum(len(word) > 6 for word in found)
    return len(found) / sentence_count + 100 * long / len(found)


_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouycgsxz]es)$")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")


def english_syllables(word: str) -> int:
    """Counted by rule: groups of vowels, less an ending that is not spoken."""
    spelled = word.lower().replace("'s", "")
    count = len(_ENGLISH_VOWELS.findall(spelled))
    return max(1, count - bool(_SILENT.search(spelled)))


_MUTE_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])")
_NUCLEUS = re.compile(
    r"[iuü]*[aeoáéó](?:[iuüy](?![aeoáéóíú]))?"  # a strong vowel with the weak ones beside it
    r"|[íú]|[iuü]+|y(?![aeiouáéíóú])"
)


def spanish_syllables(word: str) -> int:
    """Counted by rule: a strong or stressed vowel makes a syllable, weak ones lean on it."""
    return max(1, len(_NUCLEUS.findall(_MUTE_U.sub("", word.lower()))))


FORMULAS: Mapping[str, Formula] = {
    "en": Formula(
        "Flesch reading ease",
        "R. Flesch, A new readability yardstick, Journal of Applied Psychology 32(3), 1948",
        flesch,
        whole=Range(60, 122),
        passage=Range(40, 122),
    ),
    "es": Formula(
        "Szigriszt-Pazos perspicuity",
        "F. Szigriszt Pazos, Sistemas predictivos de legilibilidad del mensaje escrito, 1993; "
        "bands: I. M. Barrio-Cantalejo et al., An. Sist. Sanit. Navar. 31(2), 2008",
        szigriszt,
        whole=Range(65, 144),
        passage=Range(45, 144),
    ),
    "el": Formula(
        "LIX",
        "C. H. Björnsson, Läsbarhet, 1968; tried on Greek beside English texts: J. Anderson, "
        "Analysing the Readability of English and Non-English Texts with Lix, 1981, ERIC ED207022",
        lix,
        whole=Range(0, 45),
        passage=Range(0, 60),
    ),
}
