"""Greek and Greeklish become the same text; English and Spanish stay apart from each other."""

import random

import pytest

from dialogue.folding import fold, plain
from dialogue.rasa.components.greeklish import Spellings, in_latin_letters

SAME = """
μάθημα μαθημα ΜΑΘΗΜΑ mathima ma8hma mathhma
θέλω thelo 8elw thelw
ευχαριστώ efxaristo euxaristw eyxaristo efharisto
της ths tis
αύριο avrio aurio ayrio
ξέχασα ksexasa 3exasa
μπορώ mporw mporo
όχι oxi ohi
πού που pou poy
ερωτηματολόγιο erwtimatologio erotimatologio
εγγραφή eggrafi egkrafi
γεια geia gia
yes yess YES
"""
APART = [
    "ναι no",
    "nah ναι",
    "two three",
    "όχι why",
    "lesson mentor",
    "sí no",
    "ώρα μέρα",
    "pausa ayuda",
]


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_spellings_of_one_word_become_one(line: str) -> None:
    assert len({fold(word) for word in line.split()}) == 1


@pytest.mark.parametrize("pair", APART)
def test_different_words_stay_different(pair: str) -> None:
    first, second = pair.split()
    assert fold(first) != fold(second)


@pytest.mark.parametrize("hour", ["8:30", "8", "8am", "8pm", "8h"])
def test_an_hour_is_not_a_greek_letter(hour: str) -> None:
    assert fold(hour).startswith("8")


def test_plain_text_keeps_its_letters() -> None:
    assert plain("Πότε; ÑANDÚ") == "ποτε; nandu"


def test_whatever_somebody_writes_for_a_letter_they_write_throughout() -> None:
    written = in_latin_letters("θέλω να μάθω", random.Random(1))
    assert written.count("w") in (0, 2)
    assert written.isascii()


SPELLINGS = Spellings.of(["Θέλω το επόμενο μάθημα", "the next lesson"])


@pytest.mark.parametrize(
    ("typed", "restored"),
    [
        ("thelo to epomeno mathima", "θέλω το επόμενο μάθημα"),
        ("θελω το επομενο μαθημα", "θέλω το επόμενο μάθημα"),
        ("8elw to epomeno ma8hma", "θέλω το επόμενο μάθημα"),
        ("thelo kafe", "θέλω καφε"),
        ("the next lesson", "the next lesson"),
        ("Where is it?", "Where is it?"),
    ],
)
def test_greek_is_restored_and_other_text_left_alone(typed: str, restored: str) -> None:
    assert SPELLINGS.restored(typed) == restored
