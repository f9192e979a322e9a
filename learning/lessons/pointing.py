"""Which of the choices shown a text points at: "B", "the second one", "I think it's B", or words
of it. Pure; `words` are folded (learning/lessons/grading.py)."""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from learning.lessons.grading import fold

Choice = TypeVar("Choice")
ALPHABETS = ("abcdefghijkl", "αβγδεζηθικλμ")  # what the languages of the bot call A, B, C
ALIKE = 0.86  # of 1, by difflib's ratio: one wrong letter in seven
SHORTEST_ALIKE = 8
FEWEST_WORDS = 2  # of a choice's text: one word may be a wish

_AROUND = frozenset(
    fold(
        """
    no wait i think guess say believe would go for with it is it's its the answer option letter
    number choice maybe probably perhaps please my take choose well then
    νομίζω πιστεύω λέω θα έλεγα είναι το η ο την τον απάντηση επιλογή γράμμα αριθμός μάλλον ίσως
    παρακαλώ επιλέγω διαλέγω πως ότι μου nomizo einai to tin apantisi mallon
    creo pienso diría digo que es la el lo opción respuesta letra número quizá quizás pues por favor
    elijo escojo mi
    """
    ).split()
)
_ORDINALS = (
    "first 1st one πρώτη πρώτο πρώτος ένα proti proto primera primero uno",
    "second 2nd two δεύτερη δεύτερο δεύτερος δύο δυο deuteri defteri deytero segunda segundo dos",
    "third 3rd three τρίτη τρίτο τρίτος τρία triti trito tercera tercero tres",
    "fourth 4th four τέταρτη τέταρτο τέταρτος τέσσερα cuarta cuarto cuatro",
    "fifth 5th five πέμπτη πέμπτο πέμπτος πέντε quinta quinto cinco",
    "sixth 6th six έκτη έκτο έκτος έξι sexta sexto seis",
)
_PLACES = {word: at for at, words in enumerate(_ORDINALS) for word in fold(words).split()}
_ONE_LETTER = frozenset("".join(ALPHABETS))
_LAST = frozenset(fold("last τελευταία τελευταίο τελευταίος última último").split())


def without_around(text: str) -> str:
    """What is left of "I think it's B": "b"."""
    return " ".join(word for word in fold(text).split() if word not in _AROUND)


def placed(text: str, shown: Sequence[Choice]) -> Choice | None:
    """The choice by its letter, its number or its place among those shown."""
    said, bare = fold(text), without_around(text)
    at = _place(said, len(shown)) if said in _ONE_LETTER else _place(bare, len(shown))
    return shown[at] if at in range(len(shown)) else None


def _place(said: str, count: int) -> int:
    """Counted from 0; -1 for none."""
    word = said.removesuffix(" one")
    if word in _LAST:
        return count - 1
    found = (names.find(word) for names in (*ALPHABETS, "123456789") if len(word) == 1)
    return next((at for at in found if 0 <= at < count), _PLACES.get(word, -1))


def worded(said: str, texts: Mapping[str, str]) -> str | None:
    """The one choice of which these words are a part, or which is spelled nearly so.

    `texts` are the choices' folded texts and their ids.
    """
    if len(said.split()) >= FEWEST_WORDS:
        within = {id for text, id in texts.items() if f" {said} " in f" {text} "}
        if len(within) == 1:
            return within.pop()
    if len(said) < SHORTEST_ALIKE:
        return None
    alike = {id for text, id in texts.items() if _alike(said, text)}
    return alike.pop() if len(alike) == 1 else None


def _alike(said: str, text: str) -> bool:
    beginning = " ".join(text.split()[: len(said.split())])
    return any(_ratio(said, whole) >= ALIKE for whole in (text, beginning))


def _ratio(said: str, text: str) -> float:
    matcher = SequenceMatcher(None, said, text, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE else 0.0
