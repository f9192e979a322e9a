"""Papers are found by words as people type them."""

import pytest

from learning.resources.finding import find
from tests.papers import PAPERS


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("plain language", "words"),
        ("συμφωνητικό", "agreement"),
        ("ΣΥΜΦΩΝΗΤΙΚΟΥ", "agreement"),
        ("checklist para intérpretes", "interpreter-list"),
        ("checklst interpretes", "interpreter-list"),
        ("the contract of a pair, please", "agreement"),
        ("lenguage claro", "words"),
    ],
)
def test_the_likeliest_comes_first(words: str, found: str) -> None:
    assert find(words, PAPERS.values())[0] == found


@pytest.mark.parametrize("words", ["", "a", "zebra", "🙂", "§§§"])
def test_words_that_are_like_nothing_find_nothing(words: str) -> None:
    assert find(words, PAPERS.values()) == ()


def test_what_is_said_everywhere_weighs_little() -> None:
    assert find("language telephone", PAPERS.values())[0] == "interpreter-list"
