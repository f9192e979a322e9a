"""What people type about a word, and which term of the glossary it names."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from content.loader import load
from dialogue.terms import terms_alone, terms_in, terms_spelled
from learning.glossary.model import Term

CONTENT = Path(__file__).resolve().parents[2] / "content"

# "term: what people type | …": inflected, without accents, in Latin letters, mistyped.
NAMED = Path(__file__).with_name("terms.txt").read_text(encoding="utf-8")
SEVERAL = [
    ("what is the difference between a refugee and a migrant", ("refugee", "migrant")),
    ("διαφορά πρόσφυγα και αιτούντα άσυλο", ("refugee", "asylum-seeker")),
    ("diafora prosfyga kai metanasti", ("refugee", "migrant")),
    ("intérprete o mediador?", ("interpreter", "cultural-mediator")),
    ("AMKA o NIE", ("amka", "nie")),
]
NOTHING = ["", "?", "what does it mean", "τι σημαίνει αυτή η λέξη", "weather tomorrow", "🙂", "§§§"]


@pytest.fixture(scope="module")
def glossary() -> Mapping[str, Term]:
    return load(CONTENT).glossary.terms


def _cases() -> list[tuple[str, str]]:
    lines = (line.split(": ", 1) for line in NAMED.strip().splitlines())
    return [(typed.strip(), id) for id, texts in lines for typed in texts.split("|")]


def test_the_table_has_hundreds_of_cases_and_leaves_no_term_out(
    glossary: Mapping[str, Term],
) -> None:
    assert len(_cases()) >= 300
    assert {id for _, id in _cases()} == set(glossary)


@pytest.mark.parametrize(("typed", "id"), _cases())
def test_words_name_their_term(glossary: Mapping[str, Term], typed: str, id: str) -> None:
    assert terms_in(typed, glossary) == (id,)


@pytest.mark.parametrize(("typed", "ids"), SEVERAL)
def test_several_terms_stand_in_the_order_of_the_words(
    glossary: Mapping[str, Term], typed: str, ids: tuple[str, ...]
) -> None:
    assert terms_in(typed, glossary) == ids


def test_a_word_of_many_terms_offers_them(glossary: Mapping[str, Term]) -> None:
    offered = terms_in("protection", glossary)
    assert {"subsidiary-protection", "temporary-protection"} <= set(offered)


@pytest.mark.parametrize("typed", NOTHING)
def test_other_words_name_no_term(glossary: Mapping[str, Term], typed: str) -> None:
    assert terms_in(typed, glossary) == ()


def test_a_hint_counts_only_where_the_words_name_nothing(glossary: Mapping[str, Term]) -> None:
    assert terms_in("this one", glossary, "asylum_seeker") == ("asylum-seeker",)
    assert terms_in("refugee", glossary, "asylum_seeker") == ("refugee",)
    assert terms_in("this one", glossary, "no_such_term") == ()


def test_every_name_in_every_language_names_its_own_term(glossary: Mapping[str, Term]) -> None:
    wrong = [
        name
        for id, term in glossary.items()
        for name in term.name.every()
        if id not in terms_in(name, glossary)
    ]
    assert wrong == []


@pytest.mark.parametrize("typed", ["trauma", "protection", "subsidary protecton", "padrón?"])
def test_a_term_may_stand_alone(glossary: Mapping[str, Term], typed: str) -> None:
    assert terms_alone(typed, glossary)


@pytest.mark.parametrize(
    ("typed", "id"),
    [("NIE", "nie"), ("interpretor", "interpreter"), ("στερεοτυπα", "stereotype")],
)
def test_a_name_is_the_whole_text(glossary: Mapping[str, Term], typed: str, id: str) -> None:
    assert terms_spelled(typed, glossary) == (id,)
    assert not terms_spelled(f"{typed} list", glossary)


@pytest.mark.parametrize("typed", ["la primera", "segura", "the first"])
def test_one_word_of_a_long_name_is_no_question(glossary: Mapping[str, Term], typed: str) -> None:
    assert not terms_alone(typed, glossary)
