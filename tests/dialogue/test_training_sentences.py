"""The training and test sentences are data, and tested as such."""

import re
from pathlib import Path

import pytest
import yaml

from dialogue.folding import fold
from dialogue.installing import HOME
from dialogue.intents import ASKS, NOT_UNDERSTOOD

INTENTS = sorted(set(ASKS) - {NOT_UNDERSTOOD})
LANGUAGES = ("en", "el", "es")
SETS = ("en", "el", "es", "greeklish")
_MARK = re.compile(r"\[([^\]]+)\]\([a-z_:-]+\)")


def _sentences(path: Path) -> dict[str, list[str]]:
    """By intent, without the marks of entities."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    return {
        entry["intent"]: [_MARK.sub(r"\1", line[2:]) for line in entry["examples"].splitlines()]
        for entry in entries
        if "intent" in entry
    }


def _bare(sentence: str) -> str:
    return re.sub(r"\W+", " ", fold(sentence)).strip()


def _trained() -> dict[str, set[str]]:
    """Each training sentence, folded, with the intents that it is given for."""
    trained: dict[str, set[str]] = {}
    for path in (HOME / "nlu").rglob("*.yml"):
        for intent, sentences in _sentences(path).items():
            for sentence in sentences:
                trained.setdefault(_bare(sentence), set()).add(intent)
    return trained


def test_there_are_thirty_four_intents_and_the_domain_names_the_same() -> None:
    domain = yaml.safe_load((HOME / "domain.yml").read_text(encoding="utf-8"))
    assert len(INTENTS) == 34
    assert sorted(set(domain["intents"]) - {NOT_UNDERSTOOD}) == INTENTS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("intent", INTENTS)
def test_every_intent_has_many_different_training_sentences(language: str, intent: str) -> None:
    sentences = _sentences(HOME / "nlu" / language / f"{intent}.yml")[intent]
    assert len({_bare(sentence) for sentence in sentences}) >= 80


@pytest.mark.parametrize("name", SETS)
def test_every_intent_has_test_sentences(name: str) -> None:
    tested = _sentences(HOME / "tests" / f"{name}.yml")
    assert sorted(tested) == INTENTS
    assert min(len(sentences) for sentences in tested.values()) >= 15


@pytest.mark.parametrize("name", SETS)
def test_no_test_sentence_is_a_training_sentence(name: str) -> None:
    trained = _trained()
    tested = _sentences(HOME / "tests" / f"{name}.yml").values()
    copied = [s for sentences in tested for s in sentences if _bare(s) in trained]
    assert copied == []


def test_no_training_sentence_is_given_for_two_intents() -> None:
    assert [s for s, intents in _trained().items() if s and len(intents) > 1] == []


def test_no_answer_of_rasas_is_a_sentence() -> None:
    domain = yaml.safe_load((HOME / "domain.yml").read_text(encoding="utf-8"))
    answers = [answer for ways in domain["responses"].values() for answer in ways]
    assert all(set(answer) == {"custom"} for answer in answers)


def test_a_spelling_names_one_thing() -> None:
    """However it is given: as a synonym, or as the value of a marked word."""
    values: dict[str, set[str]] = {}
    for path in (HOME / "nlu").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        for spelling, value in re.findall(r"\[([^\]]+)\]\([a-z]+:([\w-]+)\)", text):
            values.setdefault(_bare(spelling), set()).add(value)
    for path in (HOME / "nlu").glob("*/synonyms.yml"):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in entry["examples"].splitlines():
                values.setdefault(_bare(line[2:]), set()).add(entry["synonym"])
    assert {spelling: given for spelling, given in values.items() if len(given) > 1} == {}
