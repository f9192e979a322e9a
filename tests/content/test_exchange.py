"""Questions leave as GIFT and Moodle XML and come back; strangers' files are read or refused."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from content.compiler import compile_course
from content.exchange.gift import write_gift
from content.exchange.gift_reading import read_gift
from content.exchange.incoming import write_questions
from content.exchange.markup import from_html, to_html
from content.exchange.moodle import write_moodle
from content.exchange.moodle_reading import read_moodle
from content.exchange.outgoing import entries
from content.exchange.quiz import CannotKeep, Entry, Read, TrueFalse
from content.loader import load
from learning.course.curriculum import Curriculum

FIXTURES = Path(__file__).parent / "quizzes"


@pytest.fixture(scope="module")
def curriculum() -> Curriculum:
    return compile_course(load(Path("content"))).curriculum


@pytest.mark.parametrize("language", ["en", "el", "es"])
def test_our_questions_come_back_as_they_left(curriculum: Curriculum, language: str) -> None:
    gift = write_gift(entries(curriculum, language), "Course")
    moodle = write_moodle(entries(curriculum, language), "Course")
    from_gift, from_moodle = read_gift(gift), read_moodle(moodle)
    assert (from_gift.refused, from_moodle.refused) == ((), ())
    assert write_gift(from_gift.entries, "Course") == gift
    assert write_gift(from_moodle.entries, "Course") == gift


def test_what_comes_back_is_what_authors_write(curriculum: Curriculum) -> None:
    written, refused = write_questions(entries(curriculum, "en"))
    questions = yaml.safe_load(written)["questions"]
    assert (refused, len(questions)) == ((), 113)
    kinds = {question["kind"] for question in questions}
    assert kinds == {"single", "several", "true_false", "order", "match", "number", "text"}
    (number,) = [it for it in questions if it["kind"] == "number" and it["answer"] == 68]
    assert (number["tolerance"], number["if_lower"][:7]) == (1, "The gap")


def _questions(read: Read) -> tuple[list[dict[str, object]], list[tuple[int, str]]]:
    written, refused = write_questions(read.entries)
    faults = sorted((it.line, it.message) for it in (*read.refused, *refused))
    return yaml.safe_load(written)["questions"], faults


def test_a_stranger_s_gift_is_read() -> None:
    questions, faults = _questions(read_gift((FIXTURES / "stranger.gift").read_text("utf-8")))
    by_id = {str(question["id"]): question for question in questions}
    assert list(by_id) == [*(f"q{number}" for number in range(1, 8)), "river", "q8"]
    assert by_id["q1"] == {
        "id": "q1",
        "kind": "single",
        "prompt": "A visitor says: {hello} = hi. What do you answer?",
        "options": [
            {"id": "a", "text": "Hello", "right": True, "feedback": "Yes: 1 # of 1"},
            {"id": "b", "text": "Nothing", "feedback": "Silence is cold"},
            {"id": "c", "text": "Next!", "feedback": None},
        ],
        "reason": "A greeting\nopens every talk.",
    }
    assert by_id["q2"]["kind"] == "several"
    assert by_id["q3"]["answer"] is False
    assert (by_id["q3"]["if_true"], by_id["q3"]["if_false"]) == ("It is not.", "Well seen.")
    assert by_id["q4"]["accepted"] == "padrón | the padrón"
    assert by_id["q5"]["pairs"] == [
        {"id": "a", "left": "Greece", "right": "Athens"},
        {"id": "b", "left": "Spain", "right": "Madrid"},
    ]
    assert (by_id["q6"]["answer"], by_id["q6"]["tolerance"]) == (3, 2)
    assert by_id["q7"]["prompt"] == "An _____ passes on what is said."
    assert (by_id["river"]["answer"], by_id["river"]["if_lower"]) == (2.5, "Measure again")
    assert by_id["q8"]["prompt"] == "Is **this** bold?\n\n- yes\n- it is"
    assert faults == [
        (40, "an essay: we have no question that a person must mark"),
        (42, "a text without answers { }: we have no such question"),
        (44, "partial credit: with us an answer is right or wrong"),
        (49, "<img> has no place in our texts: take it out"),
        (51, "the { is never closed: close it with }"),
        (53, "several right ranges: with us a number has one"),
        (55, "a * or | in an accepted word: write the words out"),
        (57, "no answer begins with = or ~"),
        (59, "many is not a number"),
    ]


def test_a_stranger_s_moodle_file_is_read() -> None:
    questions, faults = _questions(read_moodle((FIXTURES / "stranger.xml").read_bytes()))
    single, several, truth, short, number, match = questions
    assert single["prompt"] == "Who **decides** on asylum?\n\n- not you\n- not the town"
    assert single["options"] == [
        {"id": "a", "text": "The asylum authority", "right": True, "feedback": "Yes & no other"},
        {"id": "b", "text": "The mayor", "feedback": None},
    ]
    assert (several["kind"], several["id"]) == ("several", "kept")
    assert (truth["answer"], truth["if_false"]) == (True, "Look again.")
    assert (short["accepted"], short["if_other"]) == ("interpreter", "Think of a profession.")
    assert (number["answer"], number["tolerance"], number["if_higher"]) == (112, 0, "Too many.")
    assert match["pairs"] == [
        {"id": "a", "left": "Look", "right": "first"},
        {"id": "b", "left": "Listen", "right": "second"},
    ]
    assert [message for _, message in faults] == [
        "a question of the kind essay: we have none like it",
        "a file inside a question: we keep words alone",
        "partial credit: with us a word is accepted or not",
    ]
    assert [line for line, _ in faults] == sorted({line for line, _ in faults} - {0})


_BILLION = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(9))
HOSTILE = {
    "a bomb of entities": f"<!DOCTYPE quiz [{_BILLION}]><quiz>&a8;</quiz>",
    "a file of this machine": '<!DOCTYPE q [<!ENTITY f SYSTEM "/etc/passwd">]><quiz>&f;</quiz>',
    "an address": '<!DOCTYPE quiz SYSTEM "http://127.0.0.1:9/x.dtd"><quiz/>',
    "broken": "<quiz><question>",
    "empty": "",
    "another root": "<html/>",
    "too deep": "<quiz>" + "<question>" * 5000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_with_a_line(text: str) -> None:
    with pytest.raises(CannotKeep) as cannot:
        read_moodle(text.encode())
    assert cannot.value.line >= 1
    assert "root:" not in str(cannot.value)


_PIECES = [
    *"{}=~#:\\n \n", "\n\n", "->", "%50%", "%x%", "TRUE", "1..2", "3:1", "::", "[html]", "<b>",
    "####", "//", "$CATEGORY: x", "[id:a.b]", "Ω", "text",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
def test_any_text_is_read_as_gift_or_refused_with_a_line(text: str) -> None:
    read = read_gift(text)
    _, refused = write_questions(read.entries)
    lines = [it.line for it in (*read.refused, *refused)] + [it.line for it in read.entries]
    assert min(lines, default=1) >= 1


@given(st.text(), st.text())
def test_any_words_survive_gift(prompt: str, said: str) -> None:
    printable = "".join(prompt.split("\r")).strip()
    entry = Entry("a.b", " ".join(printable.split()), "", TrueFalse(True, " ".join(said.split())))
    (back,) = read_gift(write_gift([entry], "c")).entries
    assert (back.prompt, back.body) == (entry.prompt, entry.body)


@pytest.mark.parametrize(
    "text",
    [
        "Plain.",
        "**Bold** and *italic* & <tag>",
        "One\n\nTwo\nlines",
        "List:\n\n- a\n- **b**\n\nEnd",
    ],
)
def test_markup_survives_html(text: str) -> None:
    assert from_html(to_html(text)) == text


@pytest.mark.parametrize(
    "tag", ["<img src=x>", "<a href=x>y</a>", "<table></table>", "<script>1</script>"]
)
def test_html_that_our_markup_cannot_say_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match="has no place in our texts"):
        from_html(f"<p>{tag}</p>")
