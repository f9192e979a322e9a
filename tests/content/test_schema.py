"""What the schema refuses, on which line, and what plain YAML means."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from content.catalogue import catalogue_path, read_catalogue
from content.finding import BrokenCourse
from content.loader import load
from content.plain_yaml import UnreadableYaml, read_yaml
from tests.content.small_course import DESK, GREEK, line_with, spoil, write_small_course

NAMES = DESK / "names.yaml"
FORMS = DESK / "forms.yaml"
QUEUE = DESK / "queue.yaml"
OUTLINE = Path("course/course.yaml")


@dataclass(frozen=True)
class Refused:
    """`old` becomes `new` in `file`; the finding stands on the line with `at` and says `says`."""

    file: Path
    old: str
    new: str
    at: str
    says: str


REFUSED = {
    "an unknown key": Refused(NAMES, "try_today:", "try_it:", "try_it:", "`try_it` is not a known"),
    "a missing key": Refused(
        FORMS, "if_false: Yes., ", "", "kind: true_false", "`if_false` is missing"
    ),
    "a comma that ends a text": Refused(
        NAMES, "text: How it is said", "text: How, now", "How, now", "needs quotes"
    ),
    "a number for a text": Refused(NAMES, "title: Names", "title: 2024", "2024", "put 2024 in"),
    "an empty text": Refused(NAMES, "title: Names", "title:", "title:", "`title` is empty"),
    "an id with a capital": Refused(NAMES, "id: q2", "id: Q2", "id: Q2", "of a-z, 0-9 and -"),
    "an id that is too long": Refused(
        NAMES, "id: q2", "id: thirteen-long", "id: thirteen-long", "at most 12"
    ),
    "an unknown kind": Refused(NAMES, "kind: several", "kind: many", "id: q2", "'many'"),
    "a word for a yes or no": Refused(
        FORMS, "answer: false", "answer: no", "answer: no", "`answer`"
    ),
    "a day that does not exist": Refused(
        NAMES, "checked: 2026-11-21", "checked: 2026-02-30", "2026-02-30", "2026-02-30"
    ),
    "a day in quotes": Refused(
        NAMES, "checked: 2026-11-21", 'checked: "2026-11-21"', '"2026-11-21"', "`checked`"
    ),
    "both ways to lead on": Refused(
        QUEUE,
        "        to: d2",
        "        leads: [{to: d2}]\n        to: d2",
        "        to: d2",
        "`to`",
    ),
    "a bad short branch": Refused(QUEUE, "        to: d2", "        to: D2", "to: D2", "a-z"),
    "a key said twice": Refused(
        NAMES, "try_today:", "title: Again\ntry_today:", "title: Again", "`title` is said twice"
    ),
    "an alias": Refused(NAMES, "sectors: [desk]", "sectors: [&a desk, *a]", "*a", "alias"),
    "a tag": Refused(NAMES, "title: Names", "title: !!binary Names", "!!binary", "not allowed"),
    "broken YAML": Refused(NAMES, "title: Names", "title: Names: two", ": two", "not YAML"),
    "a lesson without a file": Refused(
        DESK / "subunit.yaml", "names, forms", "names, lost, forms", "lost", "there is no file"
    ),
    "a subunit without a folder": Refused(
        OUTLINE, "subunits: [desk]", "subunits: [desk, lost]", "[desk, lost]", "there is no file"
    ),
    "a broken catalogue": Refused(GREEK, 'msgctxt "names.title"', "msgx", "msgx", "gettext"),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_a_refused_file_is_named_with_its_line(case: Refused, tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    path = root / case.file
    spoil(path, case.old, case.new)
    with pytest.raises(BrokenCourse) as broken:
        load(root)
    found = {(finding.path, finding.line): finding.message for finding in broken.value.findings}
    assert case.says in found[path, line_with(path, case.at)]


def test_one_run_names_all_broken_files(tmp_path: Path) -> None:
    root = write_small_course(tmp_path)
    spoil(root / NAMES, "try_today:", "try_it:")
    spoil(root / QUEUE, "start:", "begin:")
    with pytest.raises(BrokenCourse) as broken:
        load(root)
    assert {finding.path for finding in broken.value.findings} == {root / NAMES, root / QUEUE}


def test_a_course_that_is_not_there_is_one_clear_finding(tmp_path: Path) -> None:
    with pytest.raises(BrokenCourse, match="cannot be read"):
        load(tmp_path)


PLAIN = [
    ("no", "no"),
    ("Yes", "Yes"),
    ("off", "off"),
    ("true", True),
    ("false", False),
    ("True", "True"),
    ("007", "007"),
    ("12:30", "12:30"),
    ("1_000", "1_000"),
    ("7", 7),
    ("-7", -7),
    ("0.5", 0.5),
    ("1e3", "1e3"),
    ("2026-11-21", date(2026, 11, 21)),
    ("2026-11", "2026-11"),
    ("null", None),
    ("~", None),
    ("", None),
    ("'7'", "7"),
]


@pytest.mark.parametrize(("written", "value"), PLAIN)
def test_plain_words_mean_what_they_look_like(written: str, value: object) -> None:
    read, _ = read_yaml(f"key: {written}")
    assert read == {"key": value}


def test_every_place_knows_its_line() -> None:
    _, lines = read_yaml("a: 1\nb:\n  - c: |\n      text\n  - {d: 2}\n")
    assert lines == {
        (): 1,
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 0, "c"): 3,
        ("b", 1): 5,
        ("b", 1, "d"): 5,
    }


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(UnreadableYaml, match="empty"):
        read_yaml("# only a remark\n")


@given(st.text())
@example("\x00")
@example("a: &a [*a]")
@example("? [a]\n: b")
@example("{[]: 1}")
@example("--- a\n--- b")
def test_any_text_is_read_or_refused_with_a_line(text: str) -> None:
    lines = [1]
    try:
        read_yaml(text)
    except UnreadableYaml as refused:
        lines.append(refused.line)
    assert min(lines) == 1


_PIECES = [
    'msgid ""\n',
    'msgid "a"\n',
    'msgstr ""\n',
    'msgstr "b\\n"\n',
    'msgctxt "a.b"\n',
    'msgid_plural "c"\n',
    'msgstr[0] "d"\n',
    'msgstr[x] "d"\n',
    '"Content-Type: text/plain; charset=none\\n"\n',
    '"Plural-Forms: nplurals=x; plural=n;\\n"\n',
    '"open\n',
    "#, fuzzy\n",
    "#| msgid\n",
    "#~ msgid\n",
    "\n",
    "Ω",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=8).map("".join))
def test_any_catalogue_is_read_or_refused_with_a_line(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    root = tmp_path_factory.getbasetemp()
    path = catalogue_path(root, "el")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    lines = [1]
    try:
        read_catalogue(root, "el")
    except BrokenCourse as refused:
        lines += [finding.line for finding in refused.findings]
    assert min(lines) == 1
