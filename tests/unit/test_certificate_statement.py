"""What is signed can be read back from wherever it was printed, and only as it was."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learning.certificates.issuing import readable_name
from learning.certificates.model import CertificateKind
from learning.certificates.statement import (
    NotACertificate,
    Statement,
    encoded,
    mark_of,
    read_line,
)

SALT = bytes(range(16))
STATEMENT = Statement(
    CertificateKind.COURSE,
    "qser",
    386,
    date(2026, 11, 20),
    "0123456789ab",
    "abcdefghjk",
    encoded(SALT),
    mark_of("Ana", SALT),
    "keykeyke",
)


def test_a_line_is_read_back_from_a_link_or_a_text() -> None:
    line = f"{STATEMENT.line}.{encoded(b'signature')}"
    for text in (line, f"https://a.example/certificates/x#{line}", f"Q-SER · 2026\n{line}\n"):
        assert read_line(text) == (STATEMENT, STATEMENT.line, b"signature")


@given(st.text())
def test_any_other_text_is_no_certificate(text: str) -> None:
    with pytest.raises(NotACertificate):
        read_line(text)


@pytest.mark.parametrize("part", ["course", "386", "2026-11-20"])
def test_a_part_that_means_nothing_is_refused(part: str) -> None:
    line = f"{STATEMENT.line}.{encoded(b's')}"
    with pytest.raises(NotACertificate):
        read_line(line.replace(part, "odd"))


@pytest.mark.parametrize("same", ["Ana  López", " Ana Lo\u0301pez\n"])
def test_spaces_and_composition_do_not_change_a_name(same: str) -> None:
    assert mark_of(same, SALT) == mark_of("Ana López", SALT)


@pytest.mark.parametrize("other", ["Ana Lopez", "ana López", "López Ana", "Ana López P"])
def test_another_name_has_another_mark(other: str) -> None:
    assert not replace(STATEMENT, mark=mark_of("Ana López", SALT)).is_of(other)


@pytest.mark.parametrize(
    "name", ["Li", "Ξανθίππη Ωραιοπούλου", "José d’Ávila-Núñez Jr.", "नेहा शर्मा", "محمد علي"]
)
def test_names_of_every_script_are_names(name: str) -> None:
    assert readable_name(f" {name} ") == name


@pytest.mark.parametrize("text", ["", "x", "42", "Ana?", "Ana\nMaria", "a" * 81, "/lesson", "<b>"])
def test_what_is_no_name_is_not_printed(text: str) -> None:
    assert readable_name(text) is None
