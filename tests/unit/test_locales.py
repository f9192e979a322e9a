from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot.locales.catalogues import languages, load
from bot.locales.checking import faults, findings
from bot.locales.extracting import extracted, written
from learning.account.languages import LANGUAGES


def test_the_catalogues_are_complete_and_fresh() -> None:
    assert findings() == []


def test_the_core_and_the_bot_know_the_same_languages() -> None:
    assert set(languages()) == set(LANGUAGES)


def test_a_message_is_spoken_in_its_language() -> None:
    assert load("el").ugettext("Next lesson") == "Επόμενο μάθημα"


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert load("fr").ugettext("Next lesson") == "Next lesson"


@pytest.mark.parametrize("language", ["el", "es"])
def test_one_and_many_are_said_differently(language: str) -> None:
    sources = [load(language).ungettext("Source:", "Sources:", n) for n in (0, 1, 2)]
    assert sources[0] == sources[2] != sources[1]


def test_what_is_written_is_the_same_when_written_again() -> None:
    once = written(extracted())
    assert written(read_po(BytesIO(once))) == once
    assert b":1" not in once.split(b'msgid "Hello!')[0]


def template() -> Catalog:
    catalogue = Catalog()
    catalogue.add("Hello {name}")
    catalogue.add(("{n} day", "{n} days"))
    return catalogue


def catalogue_with(hello: str, days: tuple[str, ...], fuzzy: bool = False) -> Catalog:
    catalogue = Catalog(locale="el")
    catalogue.add("Hello {name}", hello, flags={"fuzzy"} if fuzzy else ())
    catalogue.add(("{n} day", "{n} days"), days)
    return catalogue


DAYS = ("{n} ημέρα", "{n} ημέρες")


@pytest.mark.parametrize(
    ("catalogue", "fault"),
    [
        (Catalog(locale="el"), "missing: 'Hello {name}'"),
        (catalogue_with("", DAYS), "not translated: 'Hello {name}'"),
        (catalogue_with("Γεια {name}", DAYS, fuzzy=True), "fuzzy: 'Hello {name}'"),
        (catalogue_with("Γεια {onoma}", DAYS), "other placeholders"),
        (catalogue_with("Γεια {name", DAYS), "other placeholders"),
        (catalogue_with("Γεια {name}", ("{n} ημέρα",)), "1 plural forms instead of 2"),
        (catalogue_with("Γεια {name}", ("{n} ημέρα", "")), "not translated: ('{n} day'"),
        (catalogue_with("Γεια {name}", ("μια {μέρα}", "{n} ημέρες")), "other placeholders"),
    ],
)
def test_a_fault_in_a_catalogue_is_named(catalogue: Catalog, fault: str) -> None:
    assert fault in "\n".join(faults(template(), catalogue))


def test_a_complete_catalogue_has_no_faults() -> None:
    without_number = ("μία ημέρα", "{n} ημέρες")
    assert list(faults(template(), catalogue_with("Γεια {name}", without_number))) == []
