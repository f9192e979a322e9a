"""The rules that look over the whole course, or at how it sounds, find their faults."""

import re
from pathlib import Path

import pytest

from content.checker.giveaways import tails
from content.checker.rendered import shown_length
from content.finding import Finding
from content.readability import english_syllables, flesch, lix, readability, spanish_syllables
from content.sentences import sentences
from content.term_list import Term, misused
from tests.content.small_course import (
    DESK,
    findings,
    line_with,
    spoil,
    translate,
    write_small_course,
)

OUTLINE = Path("course/course.yaml")
NAMES = DESK / "names.yaml"
FORMS = DESK / "forms.yaml"
SIGNS = DESK / "signs.yaml"
TERMS = Path("terms/en.yaml")


def _found(root: Path, says: str) -> list[Finding]:
    return [finding for finding in findings(root) if says in finding.message]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  respect: Showing respect\n", "  respect: Showing respect\n  order: Keeping order\n"),
        ("  desk: Front desk\n", "  desk: Front desk\n  order: Order\n"),
    ],
)
def test_a_competence_or_sector_of_too_few_lessons_is_named(
    old: str, new: str, tmp_path: Path
) -> None:
    root = write_small_course(tmp_path)
    spoil(root / OUTLINE, old, new)
    translate(root, "el")
    (found,) = _found(root, "order is in 0 lessons")
    assert (found.path, found.line) == (root / OUTLINE, line_with(root / OUTLINE, "  order:"))


def _asks(root: Path, right: str, wrong: str, options: int) -> None:
    """Gives every lesson three questions whose last option is right."""
    written = "".join(
        f"  - id: q{number}\n    kind: single\n    prompt: Which?\n    reason: So it is.\n"
        "    options:\n"
        + "".join(
            f"      - {{id: o{place}, text: {wrong} {place}, feedback: No.}}\n"
            for place in range(1, options)
        )
        + f"      - {{id: yes, text: {right}, right: true, feedback: Yes.}}\n"
        for number in range(1, 4)
    )
    for lesson in (NAMES, FORMS, SIGNS):
        text = (root / lesson).read_text(encoding="utf-8")
        text = re.sub(r"(?s)questions:\n.*(?=try_today)", f"questions:\n{written}", text)
        (root / lesson).write_text(text, encoding="utf-8")
    translate(root, "el")


def test_right_options_that_are_always_the_longest_are_a_finding(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    _asks(root, right="I ask the person first", wrong="Not", options=3)
    found = _found(root, "the longest option is right in 9 of 9 questions")
    line = line_with(root / NAMES, "    options:")
    assert {it.path for it in found} == {root / OUTLINE}
    assert [it.message.startswith(f"in {it.message[3:5]} the longest") for it in found] == [
        True
    ] * 2
    assert all(f"less often, as in {root / NAMES}:{line}, " in it.message for it in found)


def test_right_options_that_are_never_the_longest_are_a_finding(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    _asks(root, right="I ask", wrong="I tell the person", options=2)
    assert len(_found(root, "the longest option is right in 0 of 9 questions")) == 2
    assert len(_found(root, "the first option is right in 0 of 9 questions")) == 2
    assert all("more often, as in" in it.message for it in _found(root, "option is right in 0"))


@pytest.mark.parametrize(
    ("wins", "chances", "seldom", "often"),
    [
        (0, [0.5, 0.5], 0.25, 1.0),
        (1, [0.5, 0.5], 0.75, 0.75),
        (2, [0.5, 0.5], 1.0, 0.25),
        (2, [1 / 3, 0.5], 1.0, 1 / 6),
        (0, [], 1.0, 1.0),
        (7, [1 / 3] * 10, 0.9966, 0.0197),  # as tables of the binomial distribution give it
    ],
)
def test_tails_are_those_of_independent_trials(
    wins: int, chances: list[float], seldom: float, often: float
) -> None:
    assert tails(wins, chances) == pytest.approx((seldom, often), abs=1e-4)


def test_a_sentence_that_comes_again_is_named_with_its_first_place(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    said = "Whoever knows the end of a form fills in its beginning with a calmer hand."
    spoil(root / SIGNS, "We cannot hide our tiredness, yet we can name it.", said)
    translate(root, "el")
    english, greek = _found(root, "say it otherwise")
    first = f"{root / FORMS}:{line_with(root / FORMS, 'text: |')} (forms.c1.text)"
    assert f"“{said}” stands in el at {first} too" in english.message + greek.message
    line = line_with(root / SIGNS, "text: |\n      Mind")
    assert {(it.path, it.line) for it in (english, greek)} == {(root / SIGNS, line)}


def test_the_same_sentence_in_another_case_or_between_marks_is_the_same(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / SIGNS, "Walk in through", "look at *one* form, as if you saw it for the first")
    spoil(root / SIGNS, "the front door and read every sign aloud", "time")
    assert len(_found(root, "say it otherwise")) == 1


def test_a_text_that_reads_hard_is_named_in_its_language(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    hard = (
        "Organisational considerations regarding administrative responsibilities necessitate "
        "comprehensive documentation of individual circumstances, notwithstanding insufficient "
        "availability of institutional interpretation facilities. "
    )
    spoil(root / SIGNS, "      We cannot hide", f"      {hard * 8}We cannot hide")
    passage, whole = sorted(_found(root, "in en: bring it between"), key=lambda it: -it.line)
    assert (passage.path, passage.line) == (
        root / SIGNS,
        line_with(root / SIGNS, "text: |\n      Mind"),
    )
    assert (whole.path, whole.line) == (root / SIGNS, 1)
    translate(root, "el")
    assert len(_found(root, "(LIX) in el: bring it between 0 and")) == 2


def test_formulas_give_their_published_points() -> None:
    cat = ["The", "cat", "sat", "on", "the", "mat"]
    assert flesch(cat, 1) == pytest.approx(116.145)
    assert lix([*cat, "underneath"], 1) == pytest.approx(7 + 100 / 7)
    assert readability("Una casa. La mesa.", "es") == pytest.approx(206.835 - 62.3 * 7 / 4 - 2)
    assert readability("A sentence.", "fi") is None
    assert readability("– 12 –", "en") is None


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("table", 2), ("walked", 1), ("wanted", 2), ("cases", 2), ("desk's", 1)],
)
def test_english_syllables(word: str, count: int) -> None:
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("país", 2), ("ciudad", 2), ("guitarra", 3), ("pingüino", 3), ("ley", 1), ("Extranjería", 5)],
)
def test_spanish_syllables(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


@pytest.mark.parametrize(
    ("text", "language", "cut"),
    [
        ("One. Two!\n\n- Three\n- Four", "en", ["One.", "Two!", "Three", "Four"]),
        ("See Art. 7 of the law. Then go.", "en", ["See Art. 7 of the law.", "Then go."]),
        ("Τι κάνετε; Ρωτάτε, π.χ. το όνομα.", "el", ["Τι κάνετε;", "Ρωτάτε, π.χ. το όνομα."]),
        ("¿Qué hace? «Espere.» Sale.", "es", ["¿Qué hace?", "«Espere.", "Sale."]),
        ("One; two", "en", ["One; two"]),
    ],
)
def test_sentences_end_where_a_reader_pauses(text: str, language: str, cut: list[str]) -> None:
    assert sentences(text, language) == tuple(cut)


def test_a_word_against_the_term_list_is_named_with_what_to_say(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / SIGNS, "as a guest would", "as STRANGERS would")
    spoil(root / FORMS, "Look at one form", "Look, Ο Ξένος, at one form")
    translate(root, "el")
    greek, english = _found(root, "; say “")
    assert (greek.path, english.path) == (root / FORMS, root / SIGNS)
    assert "forms.try_today: “Ξένος” in el: κρατά" in greek.message
    assert english.message == (
        "signs.c1.text: “STRANGERS” in en: it keeps people at the door; say “guest”"
    )


def test_a_word_may_be_quoted_where_the_list_says_so(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / NAMES, "A note for one country", "A stranger is a note for one country that")
    spoil(root / SIGNS, "as a guest would", "as on stranger tides")
    translate(root, "el")
    assert _found(root, "; say “") == []


def test_a_quotation_that_is_gone_is_a_finding(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / TERMS, "names.c4.text", "names.c9.text")
    (found,) = _found(root, "there is no text names.c9.text in the course")
    assert (found.path, found.line) == (root / TERMS, line_with(root / TERMS, "quoted_in"))


def test_a_language_without_a_term_list_is_a_finding(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    (root / "terms/el.yaml").unlink()
    (found,) = findings(root)
    assert (found.path, found.line) == (root / OUTLINE, line_with(root / OUTLINE, "languages:"))


def test_endings_and_accents_do_not_hide_a_word() -> None:
    term = Term.model_validate(
        {"say": "x", "not": ["λαθραί*", "a wave of"], "reason": "r", "source": "s"}
    )
    assert list(misused(term, "Λαθραίων, ΛΑΘΡΑΊΟΣ, και a  wave\nof; heat wave office")) == [
        "Λαθραίων",
        "ΛΑΘΡΑΊΟΣ",
        "a  wave\nof",
    ]


@pytest.mark.parametrize(
    ("markup", "length"),
    [
        ("plain", 5),
        ("<b>bold</b> &amp; <i>x</i>", 8),
        ("🙂", 2),
        ('<a href="https://a.b">c</a>', 1),
    ],
)
def test_a_message_is_as_long_as_telegram_counts_it(markup: str, length: int) -> None:
    assert shown_length(markup) == length
